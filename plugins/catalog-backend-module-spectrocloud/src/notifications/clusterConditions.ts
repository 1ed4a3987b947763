import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';

/** What owners can be told of, by its key in the configuration. */
export const CONDITIONS = ['unhealthy', 'repave', 'update'] as const;

/** One of {@link CONDITIONS}. */
export type Condition = (typeof CONDITIONS)[number];

/**
 * What is so of a cluster, and what can't be told: of that nothing follows.
 *
 * @returns true, false, or undefined where Palette doesn't say
 */
export function conditionsOf({
  status,
}: VirtualClusterSummary): Record<Condition, boolean | undefined> {
  const health = status.health?.state;
  return {
    unhealthy:
      health === 'UnHealthy' || (health === 'Healthy' ? false : undefined),
    repave: status.repave === 'Pending',
    update: status.updateAvailable,
  };
}
