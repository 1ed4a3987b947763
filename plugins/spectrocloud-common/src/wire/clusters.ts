import { z } from 'zod';
import { clusterHealthSchema, virtualSchema } from './clusterList';
import {
  countSchema,
  flagSchema,
  metadataSchema,
  referenceSchema,
  textSchema,
  timeSchema,
} from './common';

/** Schema of `ClusterCondition`. @public */
export const clusterConditionSchema = z.object({
  /** Kind, in Palette's words. */
  type: z.string(),
  /** How it is. */
  status: z.string(),
  /** Why, in one word. */
  reason: textSchema,
  /** What happened, in a sentence. */
  message: textSchema,
  /** ISO 8601. */
  lastTransitionTime: timeSchema,
});

/** A condition of a cluster or of a pack. @public */
export type ClusterCondition = z.infer<typeof clusterConditionSchema>;

/** Schema of `MachinePool`. @public */
export const machinePoolSchema = z.object({
  /** Cloud of its machines; that of a hybrid pool is another than the cluster's. */
  cloudType: textSchema,
  /** Nodes that are wanted. */
  size: countSchema,
  /** Nodes that are healthy. */
  healthy: countSchema,
  /** Nodes that are in maintenance. */
  inMaintenance: countSchema,
  /** Whether the control plane runs here. */
  isControlPlane: flagSchema,
  /** Labels; bare tags have the value `spectro__tag`. */
  labels: z.array(z.string()).optional(),
});

/** A group of equal nodes. @public */
export type MachinePool = z.infer<typeof machinePoolSchema>;

/** Schema of `AttachedProfile`. @public */
export const attachedProfileSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** Name as people know it. */
  name: textSchema,
  /** Kind, in Palette's words. */
  type: textSchema,
  /** Cloud, as `aws`, `eks` or `vsphere`. */
  cloudType: textSchema,
  /** Version. */
  version: textSchema,
  /** Packs, by layer. */
  packs: z.array(
    z.object({
      name: z.string(),
      version: textSchema,
      layer: textSchema,
      type: textSchema,
    }),
  ),
});

/** A profile as it is attached to a cluster. @public */
export type AttachedProfile = z.infer<typeof attachedProfileSchema>;

/** Schema of `Cluster`. @public */
export const clusterSchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({
    cloudType: textSchema,
    /** Of imported clusters, which Palette only watches: `AlloyMonitor`, `AlloyAssist` or `AlloyExtend`. */
    clusterType: textSchema,
    /** Whether upgrades of Palette's agent in the cluster are paused. */
    agentUpgradesPaused: flagSchema,
    projectUid: textSchema,
    projectName: textSchema,
    cloudAccount: referenceSchema.optional(),
    kubernetesVersion: textSchema,
    machinePools: z.array(machinePoolSchema),
    profiles: z.array(attachedProfileSchema),
  }),
  /** How it is. */
  status: z.object({
    state: textSchema,
    health: clusterHealthSchema.optional(),
    conditions: z.array(clusterConditionSchema),
    /** Whether Palette holds any kubeconfig of the cluster. */
    hasKubeConfig: flagSchema,
    /** Whether Palette holds one that signs in as its user; older Palettes don't tell. */
    hasKubeConfigClient: flagSchema,
    /** Whether packs of a running cluster are being replaced. */
    upgrading: flagSchema,
    /** What was replaced or upgraded, and when, as Palette keeps it. */
    upgrades: z
      .array(z.object({ at: timeSchema, reasons: z.array(z.string()) }))
      .optional(),
    apiEndpoints: z.array(z.object({ host: z.string(), port: z.number() })),
    packs: z.array(
      z.object({
        name: textSchema,
        version: textSchema,
        type: textSchema,
        condition: clusterConditionSchema.optional(),
      }),
    ),
    location: z
      .object({ countryName: textSchema, regionName: textSchema })
      .optional(),
  }),
  /** Only for virtual clusters. */
  virtual: virtualSchema.optional(),
  /** Those that run on this one. */
  virtualClusters: z.array(referenceSchema).optional(),
  /** When Palette told it, ISO 8601: health, nodes and cloud account may be of a list that was read before the rest. */
  readAt: z.object({ details: z.string(), health: z.string() }).optional(),
});

/** Everything about one cluster. @public */
export type Cluster = z.infer<typeof clusterSchema>;

/** Schema of `ClusterEvent`. @public */
export const clusterEventSchema = z.object({
  /** Palette's uid. */
  uid: textSchema,
  /** ISO 8601. */
  timestamp: timeSchema,
  /** As `Info` or `Warning`. */
  severity: textSchema,
  /** Why, in one word. */
  reason: textSchema,
  /** What happened, in a sentence. */
  message: textSchema,
  /** Component that says so. */
  source: textSchema,
});

/** Something that happened to a cluster. @public */
export type ClusterEvent = z.infer<typeof clusterEventSchema>;

const shareSchema = z
  .object({ allocated: countSchema, used: countSchema })
  .optional();

/** Schema of `ClusterGroup`. @public */
export const clusterGroupSchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({
    scope: textSchema,
    endpointType: textSchema,
    kubernetesDistroType: textSchema,
    hostClustersCount: countSchema,
    virtualClustersCount: countSchema,
    cpu: shareSchema,
    memory: shareSchema,
    hostClusters: z.array(referenceSchema),
    limits: z
      .object({
        cpuMilliCore: countSchema,
        memoryMiB: countSchema,
        storageGiB: countSchema,
        overSubscription: countSchema,
      })
      .optional(),
    /** How virtual clusters are reached on each host; only of one group by itself. */
    hostEndpoints: z
      .array(
        z.object({
          clusterUid: z.string(),
          /** With a wildcard, as `*.apps.example`. */
          ingressHost: textSchema,
          ingressPort: countSchema,
          loadBalancerSourceRanges: z.array(z.string()).optional(),
          externalTrafficPolicy: textSchema,
        }),
      )
      .optional(),
    /** Add-on profiles that each virtual cluster gets; only of one group by itself. */
    components: z.array(attachedProfileSchema).optional(),
    /** Helm values of each virtual cluster, as YAML; only with the permission `spectrocloud.cluster.view-pack-values`. */
    values: textSchema,
  }),
});

/** A group of host clusters that virtual clusters run on. @public */
export type ClusterGroup = z.infer<typeof clusterGroupSchema>;
