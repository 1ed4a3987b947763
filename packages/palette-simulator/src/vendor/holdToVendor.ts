import type { Request, RequestHandler } from 'express';
import { badRequest, PaletteError } from '../api/PaletteError';
import type { SimulatorContext } from '../SimulatorContext';
import { encodeAnswer } from './encodeAnswer';
import { findRequestFaults } from './findRequestFaults';
import type { Endpoint } from './Shape';
import { ENDPOINTS, findEndpoint } from './vendorTable';

function endpointOf(req: Request): Endpoint | undefined {
  const name = findEndpoint(req.method, `${req.baseUrl}${req.path}`);
  return name === undefined ? undefined : ENDPOINTS[name];
}

/** Lets each answer leave as Palette's own encoder would write it. */
export function encodeAnswers(context: SimulatorContext): RequestHandler {
  return (req, res, next) => {
    const send = res.json.bind(res);
    res.json = body => {
      const shape = res.statusCode < 300 && endpointOf(req)?.answer;
      // The vendor's server makes a list that is the whole answer, so that it is never null.
      const isEmptyList = Array.isArray(body) && body.length === 0;
      return send(
        shape && !isEmptyList
          ? encodeAnswer(body, shape, context.settings.nullForEmpty ? null : [])
          : body,
      );
    };
    next();
  };
}

/** Refuses queries and bodies that the vendor's description rules out; unknown names pass. */
export const refuseFaultyRequests: RequestHandler = (req, _res, next) => {
  const { query = {}, body } = endpointOf(req) ?? {};
  const [fault] = findRequestFaults({ ...req.query }, query, 'query');
  if (fault) {
    throw badRequest(fault.message);
  }
  const errors = body ? findRequestFaults(req.body ?? {}, body, 'body') : [];
  if (errors.length > 0) {
    throw new PaletteError(
      422,
      'ValidationFailed',
      errors.map(({ message }) => message).join('; '),
      { errors },
    );
  }
  next();
};
