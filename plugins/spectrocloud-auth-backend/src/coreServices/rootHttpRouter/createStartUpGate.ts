import { STATUS_CODES } from 'node:http';
import type {
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Where the framework reads how long it keeps a request of a plugin that starts. */
const PAUSE_KEY = 'backend.lifecycle.startupRequestPauseTimeout';
/** The framework's own default. */
const DEFAULT_PAUSE_MS = 5_000;
const STARTING = 'Backstage is starting; try again in a few seconds';

function readPauseMs(config: RootConfigService): number {
  return config.has(PAUSE_KEY)
    ? durationToMilliseconds(readDurationFromConfig(config, { key: PAUSE_KEY }))
    : DEFAULT_PAUSE_MS;
}

function refuse(req: Request, res: Response): void {
  res.status(503).json({
    error: { name: 'ServiceUnavailableError', message: STARTING },
    request: { method: req.method, url: req.originalUrl },
    response: { statusCode: 503, status: STATUS_CODES[503] },
  });
}

/** A middleware that keeps requests while the backend starts, and whether it has. */
export interface StartUpGate {
  readonly hasStarted: boolean;
  readonly pause: RequestHandler;
}

/**
 * Keeps a request that no plugin answers yet, as the framework keeps those of a
 * plugin that is starting, until the backend has started: its plugins ask each
 * other as soon as they are up. A start that takes longer is answered with 503,
 * without an error in the log: nothing has failed.
 *
 * @throws InputError for a duration that isn't one
 */
export function createStartUpGate(options: {
  config: RootConfigService;
  lifecycle: Pick<RootLifecycleService, 'addStartupHook'>;
}): StartUpGate {
  const pauseMs = readPauseMs(options.config);
  const waiting = new Set<NextFunction>();
  const gate = {
    hasStarted: false,
    pause(req: Request, res: Response, next: NextFunction) {
      if (gate.hasStarted) {
        next();
        return;
      }
      waiting.add(next);
      const timer = setTimeout(() => {
        if (waiting.delete(next)) {
          refuse(req, res);
        }
      }, pauseMs);
      res.once('close', () => {
        clearTimeout(timer);
        waiting.delete(next);
      });
    },
  };
  options.lifecycle.addStartupHook(() => {
    gate.hasStarted = true;
    waiting.forEach(next => next());
    waiting.clear();
  });
  return gate;
}
