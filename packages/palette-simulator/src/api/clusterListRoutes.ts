import type { Router } from 'express';
import type { Cluster } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { matchesName, type NameFilter } from './nameFilter';
import { pageOf } from './paging';
import { requirePermission } from './Scope';
import { searchClusters, searchSchema } from './search/searchClusters';
import { clusterMetaView } from './views/clusterMeta';
import { clusterSummaryView } from './views/clusterSummary';
import { objectMeta } from './views/metadata';
import { clustersIn } from './visible';

/** `filter` of `v1SpectroClusterMetadataSpec`. */
interface MetadataFilter {
  environment?: string;
  includeVirtual?: boolean;
  name?: NameFilter;
  state?: string;
}

const isAlive = ({ state }: Cluster) => state !== 'Deleted';

/** The lists of clusters; one cluster is in `clusterRoutes.ts`. */
export function addClusterListRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/dashboard/spectroclusters/meta', (_req, res) => {
    const scope = requirePermission(res, 'cluster.list');
    res.json(
      clustersIn(scope)
        .filter(isAlive)
        .map(cluster => clusterMetaView(scope, cluster)),
    );
  });

  router.get('/dashboard/spectroclusters/metadata', (req, res) => {
    const scope = requirePermission(res, 'cluster.list');
    const hostsOnly = /hostclusters/i.test(String(req.query.quickFilter ?? ''));
    const items = clustersIn(scope)
      .filter(isAlive)
      .filter(({ virtual }) => !hostsOnly || !virtual)
      .map(cluster => objectMeta(scope, cluster));
    res.json({ items });
  });

  router.post('/dashboard/spectroclusters/metadata', (req, res) => {
    const scope = requirePermission(res, 'cluster.list');
    const filter: MetadataFilter = req.body?.filter ?? {};
    const items = clustersIn(scope)
      .filter(isAlive)
      .filter(({ virtual }) => !virtual || filter.includeVirtual === true)
      .filter(({ name }) => matchesName(name, filter.name))
      .filter(({ state }) => !filter.state || state === filter.state)
      .filter(
        ({ cloudType }) =>
          !filter.environment || cloudType === filter.environment,
      )
      .map(cluster => objectMeta(scope, cluster));
    res.json({ items });
  });

  router.get('/dashboard/spectroclusters/search/schema', (_req, res) => {
    requirePermission(res, 'cluster.list');
    res.json({ schema: { properties: searchSchema() } });
  });

  router.post('/dashboard/spectroclusters/search', (req, res) => {
    const scope = requirePermission(res, 'cluster.list');
    const page = pageOf(req, searchClusters(clustersIn(scope), req.body));
    res.json({
      ...page,
      items: page.items.map(cluster =>
        clusterSummaryView(scope, cluster, context.clock()),
      ),
    });
  });
}
