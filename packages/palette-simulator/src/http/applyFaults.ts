import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestHandler, Response } from 'express';
import { PaletteError } from '../api/PaletteError';
import type { SimulatorContext } from '../SimulatorContext';
import type { FailureOptions } from './Faults';

/** Slows, fails, drops or leaves unanswered what the control API has asked for. */
export function applyFaults(context: SimulatorContext): RequestHandler {
  return async (req, res, next) => {
    for (const fault of context.faults.take(req.method, req.path)) {
      switch (fault.kind) {
        case 'delay':
          await sleep(fault.ms, undefined, { ref: false });
          break;
        case 'hang':
          return;
        case 'drop':
          req.socket.destroy();
          return;
        default:
          sendFailure(res, fault);
          return;
      }
    }
    next();
  };
}

function sendFailure(res: Response, failure: FailureOptions): void {
  res.status(failure.status).set(failure.headers ?? {});
  switch (failure.body) {
    case 'html':
      res.type('html').send('<html><body>Bad gateway</body></html>');
      return;
    case 'garbage':
      res.type('json').send('{"items":[{"metadata":');
      return;
    case 'empty':
      res.end();
      return;
    case 'truncated':
      res.set('Content-Length', '1000').type('json').write('{"items":[');
      res.socket?.end();
      return;
    default:
      new PaletteError(
        failure.status,
        failure.status === 429 ? 'TooManyRequests' : 'SimulatedFailure',
        'The simulator was asked to fail',
      ).send(res);
  }
}
