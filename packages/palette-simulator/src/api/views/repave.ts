import type { Cluster } from '../../seed/types';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';

/** Staging clusters wait for somebody to approve an update of their nodes. */
export function isRepavePending({ name }: Cluster): boolean {
  return name.endsWith('-stage');
}

/** `v1SpectroClusterRepave`. */
export function repaveView(scope: Scope, cluster: Cluster) {
  const pending = isRepavePending(cluster);
  return {
    metadata: objectMeta(scope, cluster),
    spec: {
      reasons: pending
        ? [
            {
              code: 'PackVersionChanged',
              message: 'The kubernetes pack has a newer version',
            },
          ]
        : [],
      source: 'user',
      spectroClusterUid: cluster.uid,
    },
    status: {
      message: '',
      repaveTransitionTime: cluster.createdAt,
      state: pending ? 'Pending' : 'Approved',
    },
  };
}
