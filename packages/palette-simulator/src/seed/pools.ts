import type { Cluster, NodePool } from './types';

/** The two pools that every cluster starts with, by the names that Palette gives them. */
export function createPools(
  controlPlaneSize: number,
  workerSize: number,
): NodePool[] {
  return [
    {
      name: 'control-plane-pool',
      size: controlPlaneSize,
      isControlPlane: true,
    },
    { name: 'worker-pool', size: workerSize, isControlPlane: false },
  ];
}

/** How many machines there are in all pools. */
export function nodeCountOf({ pools }: Cluster): number {
  return pools.reduce((sum, { size }) => sum + size, 0);
}
