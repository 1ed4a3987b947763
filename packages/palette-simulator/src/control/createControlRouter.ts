import express, { type ErrorRequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { SimulatorControl } from './SimulatorControl';
import {
  ControlError,
  readDelay,
  readFailure,
  readFlag,
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

/** `/control`: the methods of {@link SimulatorControl} for other processes. */
export function createControlRouter(control: SimulatorControl): Router {
  const router = PromiseRouter();
  router.use(express.json(), express.urlencoded({ extended: false }));

  router.post('/sessions/expire', (req, res) => {
    res.json({ ended: control.expireSessions(readUser(req.body)) });
  });
  router.post('/sessions/revoke', (req, res) => {
    res.json({ ended: control.revokeSessions(readUser(req.body)) });
  });
  router.post('/keys/rotate', async (req, res) => {
    const keepOld = readFlag(req.body, 'keepOld', true);
    res.json({ kid: await control.rotateKeys({ keepOld }) });
  });
  router.post('/fail', (req, res) => {
    control.fail(readFailure(req.body));
    res.status(204).end();
  });
  router.post('/delay', (req, res) => {
    control.delay(readDelay(req.body));
    res.status(204).end();
  });
  router.post('/hang', (req, res) => {
    control.hang(readSilence(req.body));
    res.status(204).end();
  });
  router.post('/drop', (req, res) => {
    control.drop(readSilence(req.body));
    res.status(204).end();
  });
  router.delete('/faults', (_req, res) => {
    control.clearFaults();
    res.status(204).end();
  });
  router.post('/rate-limits', (req, res) => {
    control.setRateLimits(readFlag(req.body, 'enabled'));
    res.status(204).end();
  });
  router.get('/settings', (_req, res) => {
    res.json(control.settings);
  });
  router.post('/settings', (req, res) => {
    res.json(control.updateSettings(readSettings(req.body)));
  });
  router.get('/requests', (_req, res) => {
    res.json({ requests: control.requests() });
  });
  router.delete('/requests', (_req, res) => {
    control.clearRequests();
    res.status(204).end();
  });
  router.post('/reset', (_req, res) => {
    control.reset();
    res.status(204).end();
  });
  router.use((_req, res) => {
    res.status(404).json({ error: 'There is no such control action' });
  });
  router.use(answerControlError);
  return router;
}
