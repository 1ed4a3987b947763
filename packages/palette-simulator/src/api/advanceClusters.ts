import type { RequestHandler } from 'express';
import type { Cluster, Organisation } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { clusterTime } from './changes/clusterClock';
import { kubernetesVersionOf } from './changes/profiles';

/** Finishes what a call has begun: each change of a cluster takes its time. */
export function advanceClusters(context: SimulatorContext): RequestHandler {
  return (_req, _res, next) => {
    const now = clusterTime(context);
    for (const organisation of context.organisations) {
      for (const cluster of organisation.clusters) {
        if (cluster.settlesAt !== undefined && cluster.settlesAt <= now) {
          settle(organisation, cluster);
        }
      }
    }
    next();
  };
}

function settle(organisation: Organisation, cluster: Cluster): void {
  cluster.settlesAt = undefined;
  if (cluster.state === 'Deleting') {
    cluster.state = 'Deleted';
    return;
  }
  settleLifecycle(cluster);
  for (const pool of cluster.pools) {
    pool.size = pool.wantedSize ?? pool.size;
    pool.wantedSize = undefined;
  }
  if (cluster.updating) {
    cluster.updating = undefined;
    cluster.runningProfileUids = undefined;
    cluster.kubernetesVersion =
      kubernetesVersionOf(organisation, cluster) ?? cluster.kubernetesVersion;
  }
  if (cluster.state === 'Provisioning') {
    cluster.state = 'Running';
    cluster.health = 'Healthy';
    cluster.kubeconfig = 'oidc';
  }
}

function settleLifecycle({ virtual, ...cluster }: Cluster): void {
  if (virtual?.lifecycle === 'Pausing') virtual.lifecycle = 'Paused';
  if (virtual?.lifecycle === 'Resuming' && cluster.state === 'Running') {
    virtual.lifecycle = 'Running';
  }
}
