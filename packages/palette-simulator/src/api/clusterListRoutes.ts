import type { Router } from 'express';
import type { Cluster } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { pageOf } from './paging';
import { requirePermission, type Scope } from './Scope';
import { searchClusters } from './search/searchClusters';
import { clusterMetaView } from './views/clusterMeta';
import { clusterSummaryView } from './views/clusterSummary';
import { objectMeta } from './views/metadata';

function clustersOf({ caller, project }: Scope): Cluster[] {
  return caller.organisation.clusters.filter(
    ({ projectUid }) => !project || projectUid === project.uid,
  );
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
      clustersOf(scope)
        .filter(isAlive)
        .map(cluster => clusterMetaView(scope, cluster)),
    );
  });

  router.get('/dashboard/spectroclusters/metadata', (req, res) => {
    const scope = requirePermission(res, 'cluster.list');
    const hostsOnly = /hostclusters/i.test(String(req.query.quickFilter ?? ''));
    const items = clustersOf(scope)
      .filter(isAlive)
      .filter(({ virtual }) => !hostsOnly || !virtual)
      .map(cluster => objectMeta(scope, cluster));
    res.json({ items });
  });

  router.post('/dashboard/spectroclusters/search', (req, res) => {
    const scope = requirePermission(res, 'cluster.list');
    const page = pageOf(req, searchClusters(clustersOf(scope), req.body));
    res.json({
      ...page,
      items: page.items.map(cluster =>
        clusterSummaryView(scope, cluster, context.clock()),
      ),
    });
  });
}
