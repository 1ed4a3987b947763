import express, { type ErrorRequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { SimulatorContext } from '../SimulatorContext';
import { advanceClusters } from './advanceClusters';
import { requireCaller } from './Caller';
import { addCloudAccountRoutes } from './cloudAccountRoutes';
import { addCloudRoutes } from './cloudRoutes';
import { addClusterAccessRoutes } from './clusterAccessRoutes';
import { addClusterGroupRoutes } from './clusterGroupRoutes';
import { addClusterChangeRoutes } from './clusterChangeRoutes';
import { addClusterRoutes } from './clusterRoutes';
import { addCreateClusterRoutes } from './createClusterRoutes';
import { addDayTwoRoutes } from './dayTwoRoutes';
import { addLogRoutes } from './logRoutes';
import { addMachineRoutes } from './machineRoutes';
import { addKubeconfigRoutes } from './kubeconfigRoutes';
import { addOverlordRoutes } from './overlordRoutes';
import { addPeopleRoutes } from './peopleRoutes';
import { addNotificationRoutes } from './notificationRoutes';
import { addProfileExportRoutes } from './profileExportRoutes';
import { addProfileRoutes } from './profileRoutes';
import { addUpkeepRoutes } from './upkeepRoutes';
import { addTenantRoutes } from './tenantRoutes';
import { addVsphereRoutes } from './vsphereRoutes';
import { addClusterListRoutes } from './clusterListRoutes';
import { PaletteError, sendNotFound } from './PaletteError';
import { addProjectRoutes } from './projectRoutes';
import { requireScope } from './Scope';
import { addSessionRoutes } from './sessionRoutes';
import { addUserRoutes } from './userRoutes';
import { encodeAnswers, refuseFaultyRequests } from '../vendor/holdToVendor';

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
  router.use(express.json({ limit: MAX_BODY }), encodeAnswers(context));
  router.get('/health/ping', (_req, res) => {
    res.json({ msg: 'pong' });
  });
  addSessionRoutes(router, context);
  router.use(
    requireCaller(context),
    requireScope,
    refuseFaultyRequests,
    advanceClusters(context),
  );
  addPeopleRoutes(router, context);
  addUserRoutes(router, context);
  addTenantRoutes(router, context);
  addProjectRoutes(router);
  addClusterListRoutes(router, context);
  addCreateClusterRoutes(router, context);
  addClusterGroupRoutes(router, context);
  addDayTwoRoutes(router, context);
  addUpkeepRoutes(router, context);
  addLogRoutes(router, context);
  addClusterChangeRoutes(router, context);
  addClusterAccessRoutes(router);
  addNotificationRoutes(router, context);
  addClusterRoutes(router, context);
  addMachineRoutes(router, context);
  addKubeconfigRoutes(router, context);
  addProfileRoutes(router);
  addProfileExportRoutes(router);
  addCloudAccountRoutes(router, context);
  addCloudRoutes(router);
  addVsphereRoutes(router);
  addOverlordRoutes(router, context);
  router.use((_req, res) => sendNotFound(res));
  router.use(answerError);
  return router;
}
