import express, { type ErrorRequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { SimulatorContext } from '../SimulatorContext';
import { requireCaller } from './Caller';
import { addClusterListRoutes } from './clusterListRoutes';
import { PaletteError, sendNotFound } from './PaletteError';
import { addProjectRoutes } from './projectRoutes';
import { requireScope } from './Scope';
import { addSessionRoutes } from './sessionRoutes';
import { addUserRoutes } from './userRoutes';

const MAX_BODY = '1mb';

const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  const answer =
    error instanceof PaletteError
      ? error
      : new PaletteError(error.status ?? 500, 'InvalidPayload', 'Bad request');
  answer.send(res);
};

/** Everything below `/v1` that is not OIDC. */
export function createApiRouter(context: SimulatorContext): Router {
  const router = PromiseRouter();
  router.use(express.json({ limit: MAX_BODY }));
  router.get('/health/ping', (_req, res) => {
    res.json({ msg: 'pong' });
  });
  addSessionRoutes(router, context);
  router.use(requireCaller(context), requireScope);
  addUserRoutes(router, context);
  addProjectRoutes(router);
  addClusterListRoutes(router, context);
  router.use((_req, res) => sendNotFound(res));
  router.use(answerError);
  return router;
}
