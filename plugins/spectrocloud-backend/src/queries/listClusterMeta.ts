import type { ClusterMeta } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteReader } from '../reads/PaletteReader';
import { acrossProjects } from './acrossProjects';
import { listPlaces } from './locateCluster';

/** Region and type of all clusters that the caller may see: one call in each scope, which lasts for looking clusters up, too. */
export async function listClusterMeta(
  reader: PaletteReader,
  options: { projectUid?: string } = {},
): Promise<ClusterMeta[]> {
  const found = await acrossProjects(reader, {
    projectUid: options.projectUid,
    permission: 'cluster.list',
    read: scope => listPlaces(reader, scope),
    uidOf: ({ uid }) => uid,
  });
  return found.flatMap(({ item: { uid, region, clusterType } }) =>
    uid ? [{ uid, region, clusterType }] : [],
  );
}
