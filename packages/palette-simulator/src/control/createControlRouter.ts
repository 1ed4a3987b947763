import express, {
  type ErrorRequestHandler,
  type Request,
  type Response,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import type { SimulatorControl } from './SimulatorControl';
import {
  ControlError,
  readDelay,
  readFailure,
  readFlag,
  readHealth,
  readSeconds,
  readSettings,
  readSilence,
  readUser,
} from './controlInput';

const answerControlError: ErrorRequestHandler = (error, _req, res, _next) => {
  const isOurs = error instanceof ControlError;
  res
    .status(isOurs ? 400 : (error.status ?? 500))
    .json({ error: isOurs ? error.message : 'The body is not JSON' });
};

/** A form of the start page goes back there; other callers get JSON or nothing. */
function answer(req: Request, res: Response, body?: object): void {
  if (req.is('application/x-www-form-urlencoded')) {
    res.redirect(303, '/');
  } else if (body) {
    res.json(body);
  } else {
    res.status(204).end();
  }
}

/** `/control`: the methods of {@link SimulatorControl} for other processes. */
export function createControlRouter(control: SimulatorControl): Router {
  const router = PromiseRouter();
  router.use(express.json(), express.urlencoded({ extended: false }));

  router.post('/sessions/expire', (req, res) => {
    answer(req, res, {
      ended: control.expireSessions(readUser(req.body)),
    });
  });
  router.post('/sessions/revoke', (req, res) => {
    answer(req, res, {
      ended: control.revokeSessions(readUser(req.body)),
    });
  });
  router.post('/keys/rotate', async (req, res) => {
    const keepOld = readFlag(req.body, 'keepOld', true);
    answer(req, res, { kid: await control.rotateKeys({ keepOld }) });
  });
  router.post('/fail', (req, res) => {
    control.fail(readFailure(req.body));
    answer(req, res);
  });
  router.post('/delay', (req, res) => {
    control.delay(readDelay(req.body));
    answer(req, res);
  });
  router.post('/hang', (req, res) => {
    control.hang(readSilence(req.body));
    answer(req, res);
  });
  router.post('/drop', (req, res) => {
    control.drop(readSilence(req.body));
    answer(req, res);
  });
  router.delete('/faults', (req, res) => {
    control.clearFaults();
    answer(req, res);
  });
  router.post('/health', (req, res) => {
    const { cluster, health } = readHealth(req.body);
    answer(req, res, { changed: control.setHealth(cluster, health) });
  });
  router.post('/time', (req, res) => {
    control.passTime(readSeconds(req.body));
    answer(req, res);
  });
  router.post('/rate-limits', (req, res) => {
    control.setRateLimits(readFlag(req.body, 'enabled'));
    answer(req, res);
  });
  router.get('/settings', (_req, res) => {
    res.json(control.settings);
  });
  router.post('/settings', (req, res) => {
    res.json(control.updateSettings(readSettings(req.body)));
  });
  router.post('/oddities', (req, res) => {
    answer(req, res, control.setOddities(readFlag(req.body, 'enabled')));
  });
  router.get('/requests', (_req, res) => {
    res.json({ requests: control.requests() });
  });
  router.delete('/requests', (req, res) => {
    control.clearRequests();
    answer(req, res);
  });
  router.get('/creations', (_req, res) => {
    res.json({ creations: control.creations() });
  });
  router.post('/reset', (req, res) => {
    control.reset();
    answer(req, res);
  });
  router.use((_req, res) => {
    res.status(404).json({ error: 'There is no such control action' });
  });
  router.use(answerControlError);
  return router;
}
