import type {
  Cluster,
  ClusterSummary,
  MachinePool,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  V1CloudConfig,
  V1Cluster,
  V1ClusterSummary,
  V1ComputeMetrics,
} from '../palette/v1';
import {
  kubernetesOf,
  readAtOf,
  templatesOf,
  toCluster,
  toHealth,
  toMachinePools,
  toVirtual,
  VIRTUAL_CLOUD_TYPE,
} from './clusters';
import { toReference, toRowMetadata } from './common';

const CPU_UNIT = 'MilliCore';
const MEMORY_UNIT = 'KiB';
const KIB_PER_MIB = 1024;

/** A cluster as a list shows it, and what else a list tells of it. */
export interface ListedCluster {
  summary: VirtualClusterSummary;
  machinePools: MachinePool[];
}

/** The nodes of all pools together. */
function toNodes(
  cloudConfig: V1CloudConfig | undefined,
): ClusterSummary['spec']['nodes'] {
  const pools = toMachinePools(cloudConfig);
  if (!pools) return undefined;
  const total = (of: 'size' | 'healthy' | 'inMaintenance') =>
    pools.reduce((sum, pool) => sum + (pool[of] ?? 0), 0);
  return {
    size: total('size'),
    healthy: total('healthy'),
    inMaintenance: total('inMaintenance'),
  };
}

/** Nothing in another unit than ours, and nothing of a cluster whose agent has not measured yet. */
function toUsage(
  metrics: V1ComputeMetrics | undefined,
  unit: string,
  divisor = 1,
): ClusterSummary['status']['cpuMilliCore'] {
  const { total, usage } = metrics ?? {};
  if (!total || typeof usage !== 'number' || metrics?.unit !== unit) {
    return undefined;
  }
  return {
    used: Math.round(usage / divisor),
    total: Math.round(total / divisor),
  };
}

/** A row of a list. */
export function toClusterSummary(
  cluster: V1ClusterSummary,
  projectUid?: string,
): VirtualClusterSummary {
  const { specSummary = {}, status = {} } = cluster;
  const metadata = toRowMetadata(cluster.metadata);
  const { cloudAccountMeta, projectMeta, cloudConfig } = specSummary;
  const kubernetes = kubernetesOf(templatesOf(specSummary));
  const summary: VirtualClusterSummary = {
    metadata,
    spec: {
      cloudType: cloudConfig?.cloudType,
      projectUid:
        projectMeta?.uid || metadata.annotations?.projectUid || projectUid,
      projectName: projectMeta?.name,
      cloudAccount: toReference(cloudAccountMeta),
      kubernetesVersion: kubernetes?.version,
      kubernetesWithdrawn: kubernetes?.isWithdrawn || undefined,
      nodes: toNodes(cloudConfig),
    },
    status: {
      state: status.state,
      health: toHealth(status.health),
      repave: status.repave?.state,
      updateAvailable: status.notifications?.isAvailable || undefined,
      cpuMilliCore: toUsage(status.metrics?.cpu, CPU_UNIT),
      memoryMiB: toUsage(status.metrics?.memory, MEMORY_UNIT, KIB_PER_MIB),
      // Palette says zero where it knows no rates.
      costPerHour: status.hourlyRate?.total || undefined,
    },
  };
  const virtual = toVirtual(status.virtual);
  return virtual && cloudConfig?.cloudType === VIRTUAL_CLOUD_TYPE
    ? { ...summary, virtual }
    : summary;
}

/** A row of a list, with what its cluster's page needs of it. */
export function toListed(
  row: V1ClusterSummary,
  projectUid?: string,
): ListedCluster {
  return {
    summary: toClusterSummary(row, projectUid),
    machinePools: toMachinePools(row.specSummary?.cloudConfig) ?? [],
  };
}

/**
 * Everything about one cluster that the whole object tells, and from a row of a
 * list, as old as that is, what the object lacks: health, nodes, cloud account.
 */
export function toListedCluster(
  whole: V1Cluster,
  listed: { cluster: ListedCluster; readAt: Date; detailsReadAt: Date },
): Cluster {
  const { summary, machinePools } = listed.cluster;
  const { spec, status } = summary;
  const details = toCluster(
    { metadata: whole.metadata, spec: whole.spec, status: whole.status },
    new Map(),
    { clusterType: importedType(whole), readAt: listed.detailsReadAt },
  );
  return {
    ...details,
    spec: {
      ...details.spec,
      cloudType: spec.cloudType,
      projectUid: spec.projectUid,
      projectName: spec.projectName,
      cloudAccount: spec.cloudAccount,
      machinePools,
    },
    status: { ...details.status, health: status.health },
    virtual: summary.virtual,
    readAt: readAtOf(listed.detailsReadAt, listed.readAt),
  };
}

/** As where it is asked for by itself: only imported clusters are of a type worth telling. */
function importedType({ spec, status }: V1Cluster): string | undefined {
  return status?.clusterImport?.isBrownfield ? spec?.clusterType : undefined;
}
