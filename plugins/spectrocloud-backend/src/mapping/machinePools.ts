import type {
  ClusterSummary,
  MachinePool,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { V1CloudConfig } from '../palette/v1';

/** All pools of a cluster, hybrid ones last; none where Palette says nothing of pools. */
export function toMachinePools({
  machinePools,
  hybridMachinePools,
}: V1CloudConfig = {}): MachinePool[] | undefined {
  if (!machinePools && !hybridMachinePools) return undefined;
  return [...(machinePools ?? []), ...(hybridMachinePools ?? [])].map(
    ({
      cloudType,
      size,
      healthy,
      maintenanceMode,
      isControlPlane,
      labels,
    }) => ({
      cloudType,
      size,
      healthy,
      inMaintenance: maintenanceMode,
      isControlPlane,
      labels,
    }),
  );
}

/** The nodes of all pools together. */
export function toNodes(
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
