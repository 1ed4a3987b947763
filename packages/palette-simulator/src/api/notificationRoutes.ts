import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { notFound } from './PaletteError';
import { pageOf } from './paging';
import { queriedList } from './queriedList';
import { requirePermission } from './Scope';
import { notificationsOf } from './views/notifications';
import { clustersIn, requireCluster } from './visible';

/** What Palette has to say: of the scope, and of a single cluster. */
export function addNotificationRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/notifications/', (req, res) => {
    const scope = requirePermission(res, 'cluster.list');
    const all = clustersIn(scope).flatMap(cluster =>
      notificationsOf(scope, cluster, context.clock()),
    );
    res.json(pageOf(req, queriedList(req, all)));
  });

  router.get('/notifications/:kind/:uid', (req, res) => {
    const { kind, uid } = req.params;
    if (kind !== 'spectrocluster') {
      throw notFound(kind, uid);
    }
    const { scope, object } = requireCluster(res, uid);
    const isDone = stringOf(req.query.isDone);
    const found = notificationsOf(scope, object, context.clock()).filter(
      ({ action }) => isDone === undefined || String(action.isDone) === isDone,
    );
    res.json(pageOf(req, queriedList(req, found)));
  });
}
