import type { Cluster } from './types';
import { uidOf } from './uid';

/** The clusters, each with one pool, that stand for the hybrid pools of another. */
export function hybridClustersOf(cluster: Cluster): Cluster[] {
  return cluster.pools.flatMap(({ cloudType, ...pool }) =>
    cloudType
      ? [
          {
            ...cluster,
            cloudType,
            name: pool.name,
            pools: [pool],
            uid: uidOf('hybrid', cluster.uid, pool.name),
          },
        ]
      : [],
  );
}
