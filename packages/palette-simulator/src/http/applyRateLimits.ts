import type { RequestHandler } from 'express';
import { PaletteError } from '../api/PaletteError';
import type { SimulatorContext } from '../SimulatorContext';

/** 429 as Palette documents it: a body that asks to wait, no `Retry-After`. */
export function applyRateLimits(context: SimulatorContext): RequestHandler {
  return (req, res, next) => {
    if (context.limits.take(req.socket.remoteAddress ?? '', req.path)) {
      next();
      return;
    }
    new PaletteError(
      429,
      'TooManyRequests',
      'Too many requests, retry after a few moments',
    ).send(res);
  };
}
