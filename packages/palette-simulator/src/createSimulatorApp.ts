import express, { type ErrorRequestHandler, type Express } from 'express';
import { createApiRouter } from './api/createApiRouter';
import { PaletteError } from './api/PaletteError';
import { createControlRouter } from './control/createControlRouter';
import type { SimulatorControl } from './control/SimulatorControl';
import { renderStartPage } from './control/startPage';
import { applyFaults } from './http/applyFaults';
import { applyRateLimits } from './http/applyRateLimits';
import { logRequests } from './http/logRequests';
import { createOidcRouter } from './oidc/createOidcRouter';
import type { SimulatorContext } from './SimulatorContext';

/** What no router has answered; the error's text could hold a part of the request. */
const answerError: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  new PaletteError(error.status ?? 500, 'InternalError', 'Failed').send(res);
};

/** The whole simulator as an express application; `print` gets the access lines. */
export function createSimulatorApp(
  context: SimulatorContext,
  control: SimulatorControl,
  print?: (line: string) => void,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.get('/', (_req, res) => {
    res.type('html').send(renderStartPage(context));
  });
  app.use('/control', createControlRouter(control));
  app.use(
    logRequests(context, print),
    applyRateLimits(context),
    applyFaults(context),
  );
  app.use('/v1/oidc/tenant/:tenant', createOidcRouter(context));
  app.use('/v1', createApiRouter(context));
  app.use((_req, res) => {
    res.status(404).type('text').send('Not found');
  });
  app.use(answerError);
  return app;
}
