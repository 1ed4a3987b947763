import type { RequestHandler } from 'express';
import type { Cluster } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';

/** Finishes what a call has begun: a creation or a deletion takes its time. */
export function advanceClusters(context: SimulatorContext): RequestHandler {
  return (_req, _res, next) => {
    const now = context.clock();
    for (const { clusters } of context.organisations) {
      for (const cluster of clusters) {
        if (cluster.settlesAt !== undefined && cluster.settlesAt <= now) {
          settle(cluster);
        }
      }
    }
    next();
  };
}

/** When a change that begins now is finished. */
export function settlingTime({ clock, settings }: SimulatorContext): number {
  return clock() + settings.clusterChangeSeconds * 1000;
}

function settle(cluster: Cluster): void {
  cluster.settlesAt = undefined;
  if (cluster.state === 'Deleting') {
    cluster.state = 'Deleted';
    return;
  }
  cluster.state = 'Running';
  cluster.health = 'Healthy';
  cluster.kubeconfig = 'oidc';
}
