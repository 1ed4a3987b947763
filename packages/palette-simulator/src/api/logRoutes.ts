import type { Router } from 'express';
import type { Cluster } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { logText } from './views/logs';
import { clusterTime } from './changes/clusterClock';
import { requireRunning } from './changes/states';
import { stringOf } from './Caller';
import { notFound, PaletteError } from './PaletteError';
import { objectMeta } from './views/metadata';
import { clustersIn, requireCluster } from './visible';
import { requirePermission } from './Scope';

/** What the agent of a cluster takes to send its logs. */
const COLLECTING_MS = 12_000;

type LogRequest = NonNullable<Cluster['logRequests']>[number];

/** Logs of clusters: asked for, collected in the cluster, downloaded. */
export function addLogRoutes(router: Router, context: SimulatorContext): void {
  const isCollected = ({ requestedAt }: LogRequest) =>
    clusterTime(context) - requestedAt >= COLLECTING_MS;

  router.post('/spectroclusters/:uid/features/logFetcher', (req, res) => {
    const { object } = requireCluster(res, req.params.uid);
    requireRunning(object);
    object.logRequests ??= [];
    const uid = `${object.uid.slice(0, 16)}${String(object.logRequests.length).padStart(8, '0')}`;
    object.logRequests.push({
      uid,
      requestedAt: clusterTime(context),
      lines: req.body.noOfLines ?? 1000,
    });
    res.status(201).json({ uid });
  });

  router.get('/spectroclusters/:uid/features/logFetcher', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    const wanted = stringOf(req.query.requestId);
    const found = (object.logRequests ?? [])
      .filter(({ uid }) => wanted === undefined || uid === wanted)
      .at(-1);
    if (!found) throw notFound('logFetcher', wanted ?? object.uid);
    res.json({
      metadata: { ...objectMeta(scope, object), uid: found.uid },
      spec: {
        clusterUid: object.uid,
        log: isCollected(found) ? `${found.uid}.log` : '',
      },
      status: { state: isCollected(found) ? 'Completed' : 'Requested' },
    });
  });

  router.get(
    '/spectroclusters/features/logFetcher/:uid/download',
    (req, res) => {
      const scope = requirePermission(res, 'cluster.get');
      const { uid } = req.params;
      for (const cluster of clustersIn(scope)) {
        const found = cluster.logRequests?.find(one => one.uid === uid);
        if (found) {
          if (!isCollected(found)) {
            throw new PaletteError(
              400,
              'LogsNotAvailable',
              'The logs are not there yet',
            );
          }
          res
            .set('Content-Type', 'application/octet-stream')
            .set('Content-Disposition', `attachment; filename="${uid}.log"`)
            .send(Buffer.from(logText(cluster, found)));
          return;
        }
      }
      throw notFound('logFetcher', uid);
    },
  );
}
