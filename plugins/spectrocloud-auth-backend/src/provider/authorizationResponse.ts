import type { Request } from 'express';
import type { Login } from '../login/LoginCookies';
import { LoginFailure } from '../login/LoginFailure';
import { redactDescription } from '../login/describeCause';
import { reasonOfAuthorizationError } from '../oidc/toLoginFailure';
import type { ServedEnvironment } from './ProviderContext';
import { redactCallback } from './redactRequest';

/** A session token as the code is a long JWT; nothing legitimate is longer than this. */
const MAX_LENGTH = 16 * 1024;
const MAX_DESCRIPTION_LENGTH = 200;
const PARAMETERS = ['code', 'state', 'iss', 'error', 'error_description'];

/** What Palette sent to the callback, each parameter at most once. */
export interface AuthorizationResponse {
  state: string;
  code?: string;
  iss?: string;
  error?: string;
  errorDescription?: string;
  /** Backstage's own parameter; not Palette's. */
  env?: string;
}

/** An error code as OAuth spells them; anything else could be anything, and goes into no log. */
function readErrorCode(value: string | undefined): string | undefined {
  return value === undefined || /^[a-z_]{1,40}$/.test(value)
    ? value
    : 'unknown_error';
}

function readParameters(req: Request): AuthorizationResponse {
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

/**
 * Reads the authorization response, and takes what is secret in it out of the
 * request's address, also when it can't be read. Only these parameters are
 * read: a token that arrives in any other way is never adopted.
 *
 * @throws LoginFailure when one is missing, repeated or too long
 */
export function readAuthorizationResponse(req: Request): AuthorizationResponse {
  try {
    if (req.method === 'POST') {
      throw new LoginFailure('form_post');
    }
    if (req.method !== 'GET') {
      // Express would answer HEAD like GET, and use the login up.
      throw new LoginFailure('malformed_response');
    }
    return readParameters(req);
  } finally {
    redactCallback(req);
  }
}

/**
 * Checks an authorization response as far as that is possible without asking anybody.
 *
 * @returns the code
 * @throws LoginFailure
 */
export function checkAuthorizationResponse(
  response: AuthorizationResponse,
  { login, environment }: { login: Login; environment: ServedEnvironment },
): string {
  const { code, error, errorDescription, iss, env } = response;
  if (env !== undefined && env !== login.environment) {
    throw new LoginFailure('wrong_environment');
  }
  if (error !== undefined) {
    // That of a code is looked at by who redeems it, and knows why it may differ.
    if (iss !== undefined && iss !== login.issuer) {
      throw new LoginFailure('wrong_issuer');
    }
    const { key, prompt } = environment.config;
    const remedy =
      error === 'invalid_scope'
        ? `; let the client have each scope of ${key}.scope, or leave out what the provider doesn't know`
        : '';
    throw new LoginFailure(
      reasonOfAuthorizationError(error, prompt),
      new Error(
        `Palette's error '${error}': ${redactDescription(errorDescription ?? 'no description')}${remedy}`,
      ),
    );
  }
  if (!code) {
    throw new LoginFailure('malformed_response');
  }
  if (environment.binding === 'connect' && login.connectTicket === undefined) {
    throw new LoginFailure('connect_only');
  }
  return code;
}
