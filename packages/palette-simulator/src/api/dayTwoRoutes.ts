import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { eventsOf } from './events';
import { notFound } from './PaletteError';
import { pageOf } from './paging';
import { queriedList } from './queriedList';
import { requirePermission } from './Scope';
import { clusterSummaryView } from './views/clusterSummary';
import { costView, workloadView } from './views/dayTwo';
import { isRepavePending, repaveView } from './views/repave';
import { clustersIn, requireCluster } from './visible';

/** What happens to a cluster once it runs: events, repaves, cost. */
export function addDayTwoRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/events/components/:kind/:uid', (req, res) => {
    const { kind, uid } = req.params;
    if (kind !== 'spectrocluster') {
      throw notFound(kind, uid);
    }
    const { scope, object } = requireCluster(res, uid);
    const events = eventsOf(scope, object, context.clock());
    res.json(pageOf(req, queriedList(req, events)));
  });

  router.get('/spectroclusters/:uid/repave/status', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    res.json(repaveView(scope, object));
  });

  router.get('/dashboard/spectroclusters/repaveStatus', (req, res) => {
    const scope = requirePermission(res, 'cluster.list');
    const wanted = stringOf(req.query.repaveState) ?? 'Pending';
    const found = clustersIn(scope).filter(
      cluster => isRepavePending(cluster) === (wanted === 'Pending'),
    );
    const page = pageOf(req, found);
    res.json({
      ...page,
      items: page.items.map(cluster =>
        clusterSummaryView(scope, cluster, context.clock()),
      ),
    });
  });

  router.get('/dashboard/spectroclusters/:uid/cost', (req, res) => {
    const { object } = requireCluster(res, req.params.uid);
    res.json(costView(object, context.clock()));
  });

  router.post('/dashboard/spectroclusters/:uid/workloads', (req, res) => {
    const { object } = requireCluster(res, req.params.uid);
    res.json(workloadView(object));
  });
}
