import type { Cluster } from '../../seed/types';
import {
  newestVersions,
  nodeChanges,
  type PackChange,
} from '../changes/profiles';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';
import { packRefView } from './profileTemplate';

/** Staging clusters wait for somebody to approve an update of their nodes, as others do once they were changed so. */
export function isRepavePending({ name, repave }: Cluster): boolean {
  return repave ? repave.state === 'Pending' : name.endsWith('-stage');
}

/** `v1ClusterRepaveReason`, one for each pack. */
export function repaveReasonViews(changes: PackChange[]) {
  return changes.map(({ current, target }) => ({
    code: 'PackVersionChanged',
    message: `The ${current.layer} pack ${current.name} changes from ${current.version} to ${target.version}`,
    pack: {
      current: packRefView(current, true),
      diffConfigKeys: [],
      target: packRefView(target, true),
    },
  }));
}

/** Of staging clusters nobody knows who has asked for it. */
function reasonsOf({ caller: { organisation } }: Scope, cluster: Cluster) {
  if (cluster.repave) return repaveReasonViews(cluster.repave.reasons);
  const { profileUids } = cluster;
  const changes = nodeChanges(
    organisation,
    profileUids,
    newestVersions(organisation, profileUids),
  );
  return changes.length > 0
    ? repaveReasonViews(changes)
    : [
        {
          code: 'PackVersionChanged',
          message: 'The kubernetes pack has a newer version',
        },
      ];
}

/** `v1SpectroClusterRepave`. */
export function repaveView(scope: Scope, cluster: Cluster) {
  const pending = isRepavePending(cluster);
  return {
    metadata: objectMeta(scope, cluster),
    spec: {
      reasons: pending ? reasonsOf(scope, cluster) : [],
      source: 'user',
      spectroClusterUid: cluster.uid,
    },
    status: {
      message: '',
      repaveTransitionTime: cluster.createdAt,
      state: pending ? 'Pending' : (cluster.repave?.state ?? 'Approved'),
    },
  };
}
