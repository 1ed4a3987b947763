import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { toCluster } from '../mapping/clusters';
import { isGone } from '../mapping/common';
import {
  fetchClusterOverview,
  fetchWholeCluster,
} from '../palette/endpoints/clusters';
import { PaletteFailedError } from '../errors/PaletteErrors';
import type { V1ClusterOverview } from '../palette/v1';
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
      fetchClusterOverview(shared.client, uid, projectUid),
      getProjectNames(shared),
    ]);
    if (isGone(overview)) {
      throw new NotFoundError('The cluster was deleted');
    }
    const clusterType = await readClusterType(shared, overview, {
      uid,
      projectUid,
    });
    return toCluster(overview, projectNames, { projectUid, clusterType });
  });
}

/** Only imported clusters are of a type worth a call: Palette manages all others. */
async function readClusterType(
  reader: PaletteReader,
  { status }: V1ClusterOverview,
  { uid, projectUid }: { uid: string; projectUid?: string },
): Promise<string | undefined> {
  if (!status?.clusterImport?.isBrownfield) return undefined;
  try {
    const { spec } = await fetchWholeCluster(reader.client, uid, projectUid);
    return spec?.clusterType;
  } catch (error) {
    // Too large, or not for the caller: the page is worth more than its type.
    if (
      error instanceof PaletteFailedError ||
      error instanceof NotFoundError ||
      error instanceof NotAllowedError
    ) {
      return undefined;
    }
    throw error;
  }
}
