import { NotFoundError } from '@backstage/errors';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { toCluster } from '../mapping/clusters';
import type { PaletteReader } from '../reads/PaletteReader';
import { getProjectNames } from './getProjectNames';
import { locateCluster } from './locateCluster';

/** Everything about one cluster. */
export async function getCluster(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<Cluster> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  return reader.one('cluster', [uid, projectUid], async shared => {
    const [overview, projectNames] = await Promise.all([
      shared.client().getClusterOverview(uid, projectUid),
      getProjectNames(shared),
    ]);
    // Palette keeps answering for a while after a cluster is gone.
    if (overview.status?.state === 'Deleted') {
      throw new NotFoundError('The cluster was deleted');
    }
    return toCluster(overview, projectNames, projectUid);
  });
}
