import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { notFound } from './PaletteError';
import { metricsView } from './views/metrics';
import {
  backupView,
  certificatesView,
  isLookedAfter,
  scanLogsView,
  scanView,
} from './views/upkeep';
import { requireCluster } from './visible';

const HOUR_MS = 60 * 60 * 1000;

/** What a cluster uses, and what is done to keep it: certificates, backups, scans. */
export function addUpkeepRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/metrics/:kind/:uid/values', (req, res) => {
    const { kind, uid } = req.params;
    if (kind !== 'spectrocluster') {
      throw notFound(kind, uid);
    }
    const { object } = requireCluster(res, uid);
    const endMs = timeOf(req.query.endTime) ?? context.clock();
    res.json(
      metricsView(object, {
        startMs: timeOf(req.query.startTime) ?? endMs - HOUR_MS,
        endMs,
        periodMinutes: Number(stringOf(req.query.period) ?? 1),
      }),
    );
  });

  router.get('/spectroclusters/:uid/k8certificates', (req, res) => {
    const { object } = requireCluster(res, req.params.uid);
    res.json(certificatesView(object, context.clock()));
  });

  router.get('/spectroclusters/:uid/features/backup', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    if (!isLookedAfter(object)) {
      throw notFound('backup', object.uid);
    }
    res.json(backupView(scope, object, context.clock()));
  });

  router.get('/spectroclusters/:uid/features/complianceScan', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    if (!isLookedAfter(object)) {
      throw notFound('complianceScan', object.uid);
    }
    res.json(scanView(scope, object));
  });

  router.get(
    '/spectroclusters/:uid/features/complianceScan/logs/drivers',
    (req, res) => {
      const { scope, object } = requireCluster(res, req.params.uid);
      if (!isLookedAfter(object)) {
        throw notFound('complianceScan', object.uid);
      }
      res.json(scanLogsView(scope, object, context.clock()));
    },
  );
}

/** In ms since 1970. */
function timeOf(value: unknown): number | undefined {
  const time = Date.parse(stringOf(value) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
