import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { toClusterSummary } from '../mapping/clusters';
import { isGone } from '../palette/isGone';
import { type ClusterKind, VIRTUAL_CLOUD_TYPE } from '../palette/searches';
import type { PaletteReader } from '../reads/PaletteReader';
import { acrossProjects } from './acrossProjects';

/**
 * The clusters of one project, or all that the caller may see: with one search
 * (of so many pages) where the caller may list the tenant, else with one for
 * each of the caller's projects. Each row has what a table shows; no cluster is
 * asked for by itself.
 */
export async function listClusters(
  reader: PaletteReader,
  options: { kind: ClusterKind; projectUid?: string },
): Promise<VirtualClusterSummary[]> {
  const { kind, projectUid } = options;
  return reader.list('clusters', [kind, projectUid], async shared => {
    const client = shared.client();
    const found = await acrossProjects(shared, {
      projectUid,
      permission: 'cluster.list',
      read: scope => client.searchClusters(kind, scope),
      uidOf: ({ metadata }) => metadata?.uid,
    });
    return found
      .filter(({ item }) => !isGone(item))
      .map(scoped => toClusterSummary(scoped.item, scoped.projectUid))
      .filter(
        // In case a Palette does not know the filter.
        ({ spec }) =>
          (spec.cloudType === VIRTUAL_CLOUD_TYPE) === (kind === 'virtual'),
      )
      .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name));
  });
}
