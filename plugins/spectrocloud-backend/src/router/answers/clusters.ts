import type {
  Cluster,
  ClusterEvent,
  ClusterGroup,
  ClusterSummary,
  ClusterValidation,
  CreatedCluster,
  PackManifest,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { count, flag, metadata, reference, text, time } from './common';

const health = z
  .object({
    state: text,
    lastHeartBeatTimestamp: time,
    agentVersion: text,
    conditions: z.array(z.object({ type: text, message: text })).optional(),
  })
  .meta({ id: 'ClusterHealth' });

const clusterSummary = z.object({
  metadata,
  spec: z.object({
    cloudType: text,
    projectUid: text,
    projectName: text,
    cloudAccount: reference.optional(),
    kubernetesVersion: text,
    nodes: z
      .object({
        size: z.number(),
        healthy: z.number(),
        inMaintenance: count,
      })
      .optional(),
  }),
  status: z.object({ state: text, health: health.optional() }),
});

const virtual = z.object({
  clusterGroup: reference.optional(),
  hostCluster: reference.optional(),
  lifecycle: text,
});

const virtualClusterSummary = clusterSummary.extend({
  virtual: virtual.optional(),
});

const condition = z
  .object({
    type: z.string(),
    status: z.string(),
    reason: text,
    message: text,
    lastTransitionTime: time,
  })
  .meta({ id: 'ClusterCondition' });

export const cluster: z.ZodType<Cluster> = z
  .object({
    metadata,
    spec: z.object({
      cloudType: text,
      clusterType: text,
      agentUpgradesPaused: flag,
      projectUid: text,
      projectName: text,
      cloudAccount: reference.optional(),
      kubernetesVersion: text,
      machinePools: z.array(
        z.object({
          cloudType: text,
          size: count,
          healthy: count,
          inMaintenance: count,
          isControlPlane: flag,
          labels: z.array(z.string()).optional(),
        }),
      ),
      profiles: z.array(
        z.object({
          uid: z.string(),
          name: text,
          type: text,
          cloudType: text,
          version: text,
          packs: z.array(
            z.object({
              name: z.string(),
              version: text,
              layer: text,
              type: text,
            }),
          ),
        }),
      ),
    }),
    status: z.object({
      state: text,
      health: health.optional(),
      conditions: z.array(condition),
      hasKubeConfig: flag,
      hasKubeConfigClient: flag,
      apiEndpoints: z.array(z.object({ host: z.string(), port: z.number() })),
      packs: z.array(
        z.object({
          name: text,
          version: text,
          type: text,
          condition: condition.optional(),
        }),
      ),
      location: z.object({ countryName: text, regionName: text }).optional(),
    }),
    virtual: virtual.optional(),
  })
  .meta({ id: 'Cluster' });

export const clusters: z.ZodType<{ clusters: ClusterSummary[] }> = z.object({
  clusters: z.array(clusterSummary),
});

export const virtualClusters: z.ZodType<{
  virtualClusters: VirtualClusterSummary[];
}> = z.object({ virtualClusters: z.array(virtualClusterSummary) });

export const clusterEvents: z.ZodType<{ events: ClusterEvent[] }> = z.object({
  events: z.array(
    z.object({
      uid: text,
      timestamp: time,
      severity: text,
      reason: text,
      message: text,
      source: text,
    }),
  ),
});

const share = z.object({ allocated: count, used: count }).optional();

export const clusterGroup: z.ZodType<ClusterGroup> = z.object({
  metadata,
  spec: z.object({
    scope: text,
    endpointType: text,
    kubernetesDistroType: text,
    hostClustersCount: count,
    virtualClustersCount: count,
    cpu: share,
    memory: share,
    hostClusters: z.array(reference),
    limits: z
      .object({
        cpuMilliCore: count,
        memoryMiB: count,
        storageGiB: count,
        overSubscription: count,
      })
      .optional(),
  }),
});

export const clusterGroups: z.ZodType<{ clusterGroups: ClusterGroup[] }> =
  z.object({ clusterGroups: z.array(clusterGroup) });

/** Passed on as Palette sends it, which promises none of it. */
export const packManifest: z.ZodType<PackManifest> = z.looseObject({
  metadata: z.looseObject({ uid: text, name: text }).optional(),
  spec: z
    .looseObject({
      published: z.looseObject({ content: text, digest: text }).optional(),
    })
    .optional(),
});

export const createdCluster: z.ZodType<CreatedCluster> = z.object({
  uid: z.string(),
});

export const clusterValidation: z.ZodType<ClusterValidation> = z.object({
  valid: z.boolean(),
  findings: z.array(
    z.object({ field: z.string(), code: text, message: z.string() }),
  ),
});
