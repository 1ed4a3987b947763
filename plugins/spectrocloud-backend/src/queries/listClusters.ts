import { isGone } from '../mapping/common';
import { toListed } from '../mapping/listedCluster';
import { fetchClusters } from '../palette/endpoints/clusters';
import type { PaletteReader } from '../reads/PaletteReader';
import { acrossProjects } from './acrossProjects';
import { CLUSTERS, ClusterList } from './ClusterList';

/** For so long a list tells a cluster's page what the dashboard has no room to tell; the page says how old that is. */
const KEPT_FOR_PAGES_MS = 60_000;

/**
 * The clusters of one project, or all that the caller may see: with one search
 * (of so many pages) where the caller may list the tenant, else with one for
 * each of the caller's projects. Hosts and virtual ones come together and are
 * held together, so the second list costs nothing. Each row has what a table
 * shows; no cluster is asked for by itself.
 */
export async function listClusters(
  reader: PaletteReader,
  options: { projectUid?: string } = {},
): Promise<ClusterList> {
  const { projectUid } = options;
  const read = async (shared: PaletteReader) => {
    const readAt = new Date();
    const found = await acrossProjects(shared, {
      projectUid,
      permission: 'cluster.list',
      read: scope => fetchClusters(shared.client, scope),
      uidOf: ({ metadata }) => metadata?.uid,
    });
    const clusters = found
      .filter(({ item }) => !isGone(item))
      .map(scoped => toListed(scoped.item, scoped.projectUid))
      .sort((a, b) =>
        a.summary.metadata.name.localeCompare(b.summary.metadata.name),
      );
    return new ClusterList(clusters, readAt);
  };
  return reader.list(CLUSTERS, [projectUid], read, {
    keepMs: KEPT_FOR_PAGES_MS,
  });
}
