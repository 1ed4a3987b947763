import type { Request, RequestHandler, Response } from 'express';
import { noteCaller } from '../http/accessNotes';
import { findMember } from '../organisations';
import type { Organisation, User } from '../seed/types';
import { type Session, SessionTokenRefused } from '../sessions/SessionStore';
import type { SimulatorContext } from '../SimulatorContext';
import { unauthorized } from './PaletteError';

/** Who calls, established by a session token or an API key. */
export interface Caller {
  user: User;
  organisation: Organisation;
  session?: Session;
}

const callers = new WeakMap<Response, Caller>();

/** The caller of a request that has passed {@link requireCaller}. */
export function callerOf(res: Response): Caller {
  return callers.get(res)!;
}

/** Refuses requests without a live `Authorization` (no `Bearer`) or `ApiKey`. */
export function requireCaller(context: SimulatorContext): RequestHandler {
  return (req, res, next) => {
    authenticate(context, req)
      .then(caller => {
        callers.set(res, caller);
        noteCaller(res, caller.user);
        next();
      })
      .catch(next);
  };
}

async function authenticate(
  context: SimulatorContext,
  req: Request,
): Promise<Caller> {
  const apiKey = req.get('apikey') ?? stringOf(req.query.ApiKey);
  return apiKey
    ? byApiKey(context, apiKey)
    : bySessionToken(context, req.get('authorization'));
}

function byApiKey(context: SimulatorContext, key: string): Caller {
  for (const organisation of context.organisations) {
    const user = organisation.users.find(({ apiKey }) => apiKey === key);
    if (user) {
      return { user, organisation };
    }
  }
  throw unauthorized('Invalid API key');
}

async function bySessionToken(
  context: SimulatorContext,
  token: string | undefined,
): Promise<Caller> {
  if (!token) {
    throw unauthorized('Missing authorization token');
  }
  try {
    const session = await context.sessions.verify(token);
    const member = findMember(context, session);
    if (member) {
      return { ...member, session };
    }
  } catch (error) {
    if (error instanceof SessionTokenRefused) {
      throw unauthorized(error.message);
    }
    throw error;
  }
  throw unauthorized('Invalid authorization token');
}

/** A query parameter that came once, as text. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
