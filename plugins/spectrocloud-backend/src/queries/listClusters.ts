import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import pLimit from 'p-limit';
import { toClusterSummary } from '../mapping/clusters';
import type { PaletteClient } from '../palette/PaletteClient';
import { type ClusterKind, VIRTUAL_CLOUD_TYPE } from '../palette/searches';
import type { PaletteReader } from '../reads/PaletteReader';
import { getMe } from './getMe';

const CONCURRENT_PROJECTS = 8;
const LIST_PERMISSION = 'cluster.list';

async function searchScope(
  client: PaletteClient,
  kind: ClusterKind,
  projectUid?: string,
): Promise<VirtualClusterSummary[]> {
  const clusters = await client.searchClusters(kind, projectUid);
  return clusters
    .map(cluster => toClusterSummary(cluster, projectUid))
    .filter(
      // In case a Palette does not know the filter.
      ({ spec }) =>
        (spec.cloudType === VIRTUAL_CLOUD_TYPE) === (kind === 'virtual'),
    );
}

/** One search for each project; a project that has just gone or been closed to the user is left out. */
async function searchProjects(
  client: PaletteClient,
  kind: ClusterKind,
  projectUids: string[],
): Promise<VirtualClusterSummary[]> {
  const limit = pLimit(CONCURRENT_PROJECTS);
  const lists = await Promise.all(
    projectUids.map(projectUid =>
      limit(() =>
        searchScope(client, kind, projectUid).catch(error => {
          if (
            error.name === 'NotAllowedError' ||
            error.name === 'NotFoundError'
          ) {
            return [];
          }
          // The others need not be asked any more.
          limit.clearQueue();
          throw error;
        }),
      ),
    ),
  );
  const byUid = new Map(
    lists.flat().map(cluster => [cluster.metadata.uid, cluster]),
  );
  return [...byUid.values()].sort((a, b) =>
    a.metadata.name.localeCompare(b.metadata.name),
  );
}

/**
 * The clusters of one project, or all that the caller may see: with one search
 * (of so many pages) where the caller may list the tenant, else with one for
 * each of the caller's projects.
 */
export async function listClusters(
  reader: PaletteReader,
  options: { kind: ClusterKind; projectUid?: string },
): Promise<VirtualClusterSummary[]> {
  const { kind, projectUid } = options;
  return reader.list('clusters', [kind, projectUid], async shared => {
    const client = shared.client();
    if (projectUid) return searchScope(client, kind, projectUid);

    if (shared.caller.session.authorization.kind === 'apiKey') {
      return searchScope(client, kind);
    }
    const me = await getMe(shared);
    if (me.tenantPermissions.includes(LIST_PERMISSION)) {
      return searchScope(client, kind);
    }
    return searchProjects(client, kind, Object.keys(me.projectPermissions));
  });
}
