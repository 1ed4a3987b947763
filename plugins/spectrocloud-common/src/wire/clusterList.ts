import { z } from 'zod';
import {
  countSchema,
  flagSchema,
  metadataSchema,
  referenceSchema,
  textSchema,
  timeSchema,
} from './common';

/** Schema of `ClusterHealth`. @public */
export const clusterHealthSchema = z.object({
  /** `Healthy`, `UnHealthy` or `Unknown`. */
  state: textSchema,
  /** ISO 8601. */
  lastHeartBeatTimestamp: timeSchema,
  /** Version of Palette's agent in the cluster. */
  agentVersion: textSchema,
  /** What Palette observes, each by itself. */
  conditions: z
    .array(z.object({ type: textSchema, message: textSchema }))
    .optional(),
});

/** Health as Palette's agent in the cluster reports it. @public */
export type ClusterHealth = z.infer<typeof clusterHealthSchema>;

/** What the nodes have, and what of it is in use. */
const usageSchema = z
  .object({ used: z.number(), total: z.number() })
  .optional()
  .catch(undefined);

/** Schema of `ClusterSummary`. @public */
export const clusterSummarySchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({
    /** `aws`, `eks`, `vsphere`, `nested` (virtual) and so on. */
    cloudType: textSchema,
    projectUid: textSchema,
    projectName: textSchema,
    cloudAccount: referenceSchema.optional(),
    /** Version of the profile's Kubernetes pack, where Palette's list holds it. */
    kubernetesVersion: textSchema,
    /** Palette says that the registry has this version of Kubernetes no longer. */
    kubernetesWithdrawn: flagSchema,
    /** Nodes, over all machine pools, hybrid ones among them. */
    nodes: z
      .object({
        size: z.number(),
        healthy: z.number(),
        inMaintenance: countSchema,
      })
      .optional(),
  }),
  /** How it is. */
  status: z.object({
    /** `Pending`, `Provisioning`, `Importing`, `Running`, `Error`, `Deleting` or `Unknown`. */
    state: textSchema,
    health: clusterHealthSchema.optional(),
    /** Whether the replacement of nodes waits for somebody: `Pending`, `Approved` or `Reverted`. */
    repave: textSchema,
    /** Whether newer versions of its profiles can be applied. */
    updateAvailable: flagSchema,
    cpuMilliCore: usageSchema,
    memoryMiB: usageSchema,
    /** US dollars, by Palette's estimate; none where it has no rates. */
    costPerHour: countSchema,
  }),
});

/** One row of a cluster list. @public */
export type ClusterSummary = z.infer<typeof clusterSummarySchema>;

export const virtualSchema = z.object({
  clusterGroup: referenceSchema.optional(),
  hostCluster: referenceSchema.optional(),
  /** `Running`, `Pausing`, `Paused`, `Resuming` or `Error`. */
  lifecycle: textSchema,
});

/** Schema of `VirtualClusterSummary`. @public */
export const virtualClusterSummarySchema = clusterSummarySchema.extend({
  /** Only for virtual clusters. */
  virtual: virtualSchema.optional(),
});

/** One row of a virtual cluster list. @public */
export type VirtualClusterSummary = z.infer<typeof virtualClusterSummarySchema>;

/** Schema of `ClusterMeta`. @public */
export const clusterMetaSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** As the cloud names it. */
  region: textSchema,
  /** `PureManage`, or of imported clusters `AlloyMonitor`, `AlloyAssist` or `AlloyExtend`. */
  clusterType: textSchema,
});

/** What a list has no room for: where a cluster is, and what Palette manages of it. @public */
export type ClusterMeta = z.infer<typeof clusterMetaSchema>;

/** Schema of `ClusterState`. @public */
export const clusterStateSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** As in a list. */
  state: textSchema,
  /** Only of virtual clusters, as in a list. */
  lifecycle: textSchema,
  /** Whether packs of a running cluster are being replaced. */
  upgrading: flagSchema,
});

/** How far Palette is with a cluster. @public */
export type ClusterState = z.infer<typeof clusterStateSchema>;
