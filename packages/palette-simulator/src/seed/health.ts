import type { Cluster } from './types';

/** Whether something is wrong with it, in either of Palette's spellings. */
export function isUnhealthy({ health }: Pick<Cluster, 'health'>): boolean {
  return health === 'UnHealthy' || health === 'Unhealthy';
}
