import { DISK_PRICE, MACHINES } from '../../seed/placement';
import type { ClusterEntity, MachinePoolEntity } from './ClusterEntity';

const HOURS: Record<string, number> = { hourly: 1, monthly: 730, yearly: 8760 };

const ALL_MACHINES = Object.values(MACHINES).flat();

function ratePool({ cloudConfig = {}, poolConfig = {} }: MachinePoolEntity) {
  const { instanceType, rootDeviceSize } = cloudConfig;
  const size = poolConfig.size ?? 0;
  const known = ALL_MACHINES.find(({ type }) => type === instanceType);
  const diskGib = typeof rootDeviceSize === 'number' ? rootDeviceSize : 0;
  return {
    name: poolConfig.name ?? '',
    size,
    // Machines that are no cloud's cost nothing that Palette knows of.
    compute: (known?.price ?? 0) * size,
    storage: diskGib * DISK_PRICE * size,
  };
}

/** `v1SpectroClusterRate` of a cluster to be created. */
export function rateCluster(
  { metadata, spec }: ClusterEntity,
  periodType = 'hourly',
) {
  const hours = HOURS[periodType] ?? 1;
  const pools = (spec?.machinepoolconfig ?? []).map(ratePool);
  const sum = (part: 'compute' | 'storage') =>
    pools.reduce((total, pool) => total + pool[part], 0) * hours;
  return {
    name: metadata?.name ?? '',
    machinePools: pools.map(({ name, size, compute, storage }) => ({
      name,
      nodesCount: size,
      rate: { total: (compute + storage) * hours },
    })),
    rate: {
      compute: sum('compute'),
      storage: sum('storage'),
      total: sum('compute') + sum('storage'),
    },
  };
}
