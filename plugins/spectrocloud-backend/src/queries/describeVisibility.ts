import type { PaletteVisibility } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteReader } from '../reads/PaletteReader';
import { getMe } from './getMe';
import { listClusters } from './listClusters';

/** Palette's permissions, in the tenant, of somebody who may see all of it. */
const EVERYTHING = ['project.list', 'cluster.list', 'clusterProfile.list'];

/** What the caller may see, of the lists that are held anyway. */
export async function describeVisibility(
  reader: PaletteReader,
): Promise<PaletteVisibility> {
  const me = await getMe(reader);
  const { tenantUid, tenantPermissions, projectPermissions } = me;
  if (EVERYTHING.every(right => tenantPermissions?.includes(right))) {
    return { tenantUid, everything: true, clusterUids: [], projectUids: [] };
  }
  const clusters = await listClusters(reader);
  return {
    tenantUid,
    everything: false,
    clusterUids: clusters.uids,
    projectUids: Object.keys(projectPermissions),
  };
}
