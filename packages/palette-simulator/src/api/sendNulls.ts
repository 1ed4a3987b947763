import type { RequestHandler } from 'express';
import type { SimulatorContext } from '../SimulatorContext';

const isEmpty = (value: unknown) =>
  (Array.isArray(value) && value.length === 0) ||
  (value !== null &&
    typeof value === 'object' &&
    Object.keys(value).length === 0);

/** Palette is written in Go, where an empty list or map may well be sent as null. */
export function sendNulls(context: SimulatorContext): RequestHandler {
  return (_req, res, next) => {
    if (context.settings.nullForEmpty) {
      const send = res.json.bind(res);
      res.json = body =>
        send(
          JSON.parse(
            JSON.stringify(body, (_name, value) =>
              isEmpty(value) ? null : value,
            ),
          ),
        );
    }
    next();
  };
}
