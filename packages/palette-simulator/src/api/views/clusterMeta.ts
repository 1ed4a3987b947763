import type { Cluster } from '../../seed/types';
import type { Scope } from '../Scope';
import { locationView } from './location';
import { objectMeta } from './metadata';

/** One entry of `v1SpectroClustersMeta`. */
export function clusterMetaView(scope: Scope, cluster: Cluster) {
  return {
    metadata: objectMeta(scope, cluster),
    spec: {
      archType: ['amd64'],
      cloudAccountUid: cluster.cloudAccountUid ?? '',
      cloudRegion: cluster.region,
      cloudType: cluster.cloudType,
      clusterType: cluster.clusterType,
      location: locationView(cluster),
      tags: tagsOf(cluster),
    },
    status: { state: cluster.state },
  };
}

/** A label whose value is `spectro__tag` is a bare tag. */
function tagsOf({ labels }: Cluster): string[] {
  return Object.entries(labels).map(([name, value]) =>
    value === 'spectro__tag' ? name : `${name}:${value}`,
  );
}
