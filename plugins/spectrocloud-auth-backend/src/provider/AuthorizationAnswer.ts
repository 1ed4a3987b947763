import type { Request } from 'express';
import { LoginFailure } from '../login/LoginFailure';

/** A session token as the code is a long JWT; nothing legitimate is longer than this. */
const MAX_LENGTH = 16 * 1024;
const MAX_DESCRIPTION_LENGTH = 200;
const PARAMETERS = ['code', 'state', 'iss', 'error', 'error_description'];

/** What Palette sent to the callback, each parameter at most once. */
export interface AuthorizationAnswer {
  state: string;
  code?: string;
  iss?: string;
  error?: string;
  errorDescription?: string;
  /** The framework's own parameter; not Palette's. */
  env?: string;
}

/** An error code as OAuth spells them; anything else could be anything, and goes into no log. */
function readErrorCode(value: string | undefined): string | undefined {
  return value === undefined || /^[a-z_]{1,40}$/.test(value)
    ? value
    : 'unknown_error';
}

/**
 * Reads the answer to an authorization request. Only these parameters are
 * read: a token that arrives in any other way is never adopted.
 *
 * @throws LoginFailure when one is missing, repeated or too long
 */
export function readAuthorizationAnswer(req: Request): AuthorizationAnswer {
  const values: Record<string, string> = {};
  for (const name of [...PARAMETERS, 'env']) {
    const value: unknown = Object.hasOwn(req.query, name)
      ? req.query[name]
      : undefined;
    if (value === undefined) {
      continue;
    }
    if (typeof value !== 'string' || value.length > MAX_LENGTH) {
      throw new LoginFailure(
        'malformed_response',
        new Error(`parameter '${name}' is repeated or too long`),
      );
    }
    values[name] = value;
  }
  const { state, code, iss, error_description, env } = values;
  const error = readErrorCode(values.error);
  if (!state) {
    throw new LoginFailure(
      'malformed_response',
      new Error(
        `parameter 'state' is missing${error === undefined ? '' : `, 'error' is ${error}`}`,
      ),
    );
  }
  return {
    state,
    code,
    iss,
    error,
    errorDescription: error_description?.slice(0, MAX_DESCRIPTION_LENGTH),
    env,
  };
}
