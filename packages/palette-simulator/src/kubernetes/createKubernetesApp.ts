import express, { type ErrorRequestHandler, type Express } from 'express';
import PromiseRouter from 'express-promise-router';
import type { SimulatorContext } from '../SimulatorContext';
import { addReviewRoutes } from './addReviewRoutes';
import { addWorkloadRoutes } from './addWorkloadRoutes';
import { authenticate } from './authenticate';
import { findCluster } from './findCluster';
import { KubernetesStatus } from './Status';

const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  const status =
    error instanceof KubernetesStatus
      ? error
      : new KubernetesStatus(error.status ?? 500, 'Bad request');
  status.send(res);
};

/** The API servers of all clusters, each below `/clusters/<uid>`. */
export function createKubernetesApp(context: SimulatorContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const router = PromiseRouter({ mergeParams: true });
  router.get(['/healthz', '/livez', '/readyz'], (_req, res) => {
    res.type('text').send('ok');
  });
  router.use(async (req, res, next) => {
    const { tenant } = findCluster(context, req.params);
    const { authorization } = req.headers;
    res.locals.user = await authenticate(context, tenant, authorization);
    next();
  });
  router.get('/version', (req, res) => {
    const { cluster } = findCluster(context, req.params);
    const [major, minor] = cluster.kubernetesVersion.split('.');
    res.json({ major, minor, gitVersion: `v${cluster.kubernetesVersion}` });
  });
  addWorkloadRoutes(router, context);
  addReviewRoutes(router);
  router.use(() => {
    throw new KubernetesStatus(
      404,
      'the server could not find the requested resource',
    );
  });
  app.use('/clusters/:uid', router);
  app.use(answerError);
  return app;
}
