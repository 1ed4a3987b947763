import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { toClusterSummary, VIRTUAL_CLOUD_TYPE } from '../mapping/clusters';
import { isGone } from '../mapping/common';
import { fetchClusters } from '../palette/endpoints/clusters';
import type { PaletteReader } from '../reads/PaletteReader';
import { acrossProjects } from './acrossProjects';

/** Which clusters to look for. */
export type ClusterKind = 'host' | 'virtual';

/** Names the list in the cache. */
const OPERATION = 'clusters';

/**
 * The clusters of one project, or all that the caller may see: with one search
 * (of so many pages) where the caller may list the tenant, else with one for
 * each of the caller's projects. Hosts and virtual ones come together and are
 * held together, so the second list costs nothing. Each row has what a table
 * shows; no cluster is asked for by itself.
 */
export async function listClusters(
  reader: PaletteReader,
  options: { kind: ClusterKind; projectUid?: string },
): Promise<VirtualClusterSummary[]> {
  const { kind, projectUid } = options;
  const clusters = await reader.list(OPERATION, [projectUid], async shared => {
    const found = await acrossProjects(shared, {
      projectUid,
      permission: 'cluster.list',
      read: scope => fetchClusters(shared.client, scope),
      uidOf: ({ metadata }) => metadata?.uid,
    });
    return found
      .filter(({ item }) => !isGone(item))
      .map(scoped => toClusterSummary(scoped.item, scoped.projectUid))
      .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name));
  });
  return clusters.filter(
    ({ spec }) =>
      (spec.cloudType === VIRTUAL_CLOUD_TYPE) === (kind === 'virtual'),
  );
}

/** The project of a cluster that stands in a list which is held anyway. */
export function findHeldProject(
  reader: PaletteReader,
  uid: string,
  scopes: Array<string | undefined>,
): string | undefined {
  for (const scope of [undefined, ...scopes]) {
    const cluster = reader
      .held<VirtualClusterSummary[]>(OPERATION, [scope])
      ?.find(({ metadata }) => metadata.uid === uid);
    if (cluster) return cluster.spec.projectUid;
  }
  return undefined;
}
