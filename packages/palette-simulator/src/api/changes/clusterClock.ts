import type { Cluster } from '../../seed/types';
import type { SimulatorContext } from '../../SimulatorContext';

/** The time at the clusters, which tests move on without any session lapsing. */
export function clusterTime({ clock, clusterTimeOffsetMs }: SimulatorContext) {
  return clock() + clusterTimeOffsetMs;
}

/** A change begins now, and takes its time. */
export function beginChange(context: SimulatorContext, cluster: Cluster): void {
  cluster.settlesAt =
    clusterTime(context) + context.settings.clusterChangeSeconds * 1000;
}
