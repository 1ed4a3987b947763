import { NotFoundError } from '@backstage/errors';
import type { ClusterState } from '@terasky/backstage-plugin-spectrocloud-common';
import { isUpgrading } from '../mapping/clusters';
import { isGone } from '../mapping/common';
import { fetchWholeCluster } from '../palette/endpoints/clusters';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

/**
 * How far Palette is with a cluster: one call, and no other where the project is
 * given, to the paths for which Palette allows most calls.
 *
 * @throws `NotFoundError` when it is gone.
 */
export async function getClusterState(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<ClusterState> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  return reader.one('cluster-state', [uid, projectUid], async shared => {
    const cluster = await fetchWholeCluster(shared.client, uid, projectUid);
    if (isGone(cluster)) throw new NotFoundError('The cluster was deleted');
    const { state, virtual } = cluster.status ?? {};
    return {
      uid,
      state,
      lifecycle: virtual?.lifecycleStatus?.status,
      upgrading: isUpgrading(cluster.status ?? {}) || undefined,
    };
  });
}
