import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { notFound } from './PaletteError';
import { requirePermission } from './Scope';
import { ipPoolView, overlordView } from './views/overlord';

/** Private cloud gateways and their address pools. */
export function addOverlordRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/overlords', (req, res) => {
    const scope = requirePermission(res, 'privateGateway.list');
    const name = stringOf(req.query.name);
    res.json({
      items: scope.caller.organisation.overlords
        .filter(overlord => !name || overlord.name === name)
        .map(overlord => overlordView(scope, overlord, context.clock())),
    });
  });

  router.get('/overlords/vsphere/:uid/pools', (req, res) => {
    const scope = requirePermission(res, 'privateGateway.get');
    const overlord = scope.caller.organisation.overlords.find(
      ({ uid }) => uid === req.params.uid,
    );
    if (!overlord) {
      throw notFound('overlord', req.params.uid);
    }
    res.json({ items: [ipPoolView(scope, overlord)] });
  });
}
