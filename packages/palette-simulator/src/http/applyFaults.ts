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
          if (fault.when === 'after') {
            delayAnswer(res, fault.ms);
            break;
          }
          await sleep(fault.ms, undefined, { ref: false });
          if (req.socket.destroyed) {
            return;
          }
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

/** Everything here is sent at once, so holding `end` back holds back the answer. */
function delayAnswer(res: Response, ms: number): void {
  const end = res.end.bind(res) as (...args: unknown[]) => Response;
  res.end = ((...args: unknown[]) => {
    setTimeout(() => end(...args), ms).unref();
    return res;
  }) as typeof res.end;
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
