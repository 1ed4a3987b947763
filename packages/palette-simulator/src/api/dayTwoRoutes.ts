import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { eventsOf } from './events';
import { notFound } from './PaletteError';
import { pageOf } from './paging';
import { requirePermission } from './Scope';
import { clusterSummaryView } from './views/clusterSummary';
import { costView, machineViews, workloadView } from './views/dayTwo';
import { isRepavePending, repaveView } from './views/repave';
import { cloudConfigUidOf } from './views/clusterDetail';
import { clustersIn, requireCluster } from './visible';

/** What happens to a cluster once it runs: events, repaves, machines, cost. */
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
    res.json(pageOf(req, eventsOf(scope, object, context.clock())));
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

  router.get(
    '/cloudconfigs/:cloud/:uid/machinePools/:pool/machines',
    (req, res) => {
      const scope = requirePermission(res, 'cloudconfig.get');
      const { uid, pool } = req.params;
      const cluster = clustersIn(scope).find(c => cloudConfigUidOf(c) === uid);
      if (!cluster) {
        throw notFound('cloudconfig', uid);
      }
      res.json(pageOf(req, machineViews(scope, cluster, pool)));
    },
  );
}
