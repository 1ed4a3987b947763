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
  }),
});

/** One row of a cluster list. @public */
export type ClusterSummary = z.infer<typeof clusterSummarySchema>;

const virtualSchema = z.object({
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
  }),
});

/** A group of host clusters that virtual clusters run on. @public */
export type ClusterGroup = z.infer<typeof clusterGroupSchema>;
