import { z } from 'zod';
import { countSchema, flagSchema, textSchema, timeSchema } from './common';

/** Schema of `Machine`. @public */
export const machineSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** Name as people know it. */
  name: z.string(),
  /** `Pending`, `Provisioning`, `Provisioned`, `Running`, `Deleting`, `Deleted`, `Failed` or `Unknown`. */
  state: textSchema,
  /** As of a cluster. */
  health: textSchema,
  /** What maintenance it is in, as `cordon`. */
  maintenance: textSchema,
  /** Its cloud's name of what it is, as `m5.xlarge`. */
  instanceType: textSchema,
  cpus: countSchema,
  memoryMiB: countSchema,
  diskGiB: countSchema,
  /** Zone, rack or the like. */
  zone: textSchema,
  /** IP addresses and names. */
  addresses: z.array(z.string()),
  /** ISO 8601. */
  creationTimestamp: timeSchema,
});

/** A machine that is a node. @public */
export type Machine = z.infer<typeof machineSchema>;

/** Schema of `NodePool`. @public */
export const nodePoolSchema = z.object({
  /** Unique within its cluster. */
  name: z.string(),
  /** That of a hybrid pool is another than the cluster's. */
  cloudType: textSchema,
  isControlPlane: flagSchema,
  /** Nodes that are wanted. */
  size: countSchema,
  /** Fewest nodes, where Palette scales the pool. */
  minSize: countSchema,
  /** Most nodes, where Palette scales the pool. */
  maxSize: countSchema,
  /** Of a hybrid pool, which is a cluster of its own that has its machines. */
  hybrid: z
    .object({
      /** Uid of that cluster. */
      clusterUid: textSchema,
      /** In Palette's words. */
      state: textSchema,
      /** In Palette's words. */
      health: textSchema,
    })
    .optional(),
  machines: z.array(machineSchema),
});

/** A pool of a cluster with its machines. @public */
export type NodePool = z.infer<typeof nodePoolSchema>;

/** Schema of `ClusterMetric`. @public */
export const clusterMetricSchema = z.object({
  /** What is measured, in Palette's words. */
  kind: z.string(),
  /** As `MilliCore` or `KiB`. */
  unit: textSchema,
  /** In the order of their times. */
  points: z.array(
    z.object({
      /** ISO 8601. */
      at: z.string(),
      value: z.number(),
    }),
  ),
});

/** How much of something a cluster used over time. @public */
export type ClusterMetric = z.infer<typeof clusterMetricSchema>;

/** Schema of `ClusterCost`. @public */
export const clusterCostSchema = z.object({
  /** US dollars in the whole time, by Palette's estimate. */
  total: countSchema,
  /** ISO 8601. */
  startTime: timeSchema,
  /** ISO 8601. */
  endTime: timeSchema,
  /** US dollars of one period each, in the order of their times. */
  points: z.array(z.object({ at: z.string(), total: z.number() })),
});

/** What a cluster cost. @public */
export type ClusterCost = z.infer<typeof clusterCostSchema>;

/** Schema of `ClusterWorkload`. @public */
export const clusterWorkloadSchema = z.object({
  /** Palette's uid. */
  uid: textSchema,
  kind: z.enum([
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'Job',
    'CronJob',
    'Pod',
  ]),
  namespace: textSchema,
  name: z.string(),
  /** Pods that are ready. */
  ready: countSchema,
  /** Pods that are wanted. */
  wanted: countSchema,
  /** Of a pod, in Kubernetes' words. */
  phase: textSchema,
  /** Of a cron job. */
  schedule: textSchema,
  /** ISO 8601. */
  creationTimestamp: timeSchema,
});

/** Something that runs on a cluster, as Palette's agent reported it. @public */
export type ClusterWorkload = z.infer<typeof clusterWorkloadSchema>;

/** Schema of `ClusterOidc`. @public */
export const clusterOidcSchema = z.object({
  issuerUrl: z.string(),
  clientId: z.string(),
  scopes: z.array(z.string()),
});

/** The OpenID provider that a cluster trusts, without any secret. @public */
export type ClusterOidc = z.infer<typeof clusterOidcSchema>;
