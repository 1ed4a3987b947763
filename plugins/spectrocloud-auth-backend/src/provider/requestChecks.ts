import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Request } from 'express';
import type {
  AppContext,
  ProviderContext,
  ServedEnvironment,
} from './ProviderContext';

/** The longest is the app's own address, to which a redirect goes back; all of it goes on to Palette in an address. */
const MAX_LENGTH = 2_000;

/**
 * The environment that a request names. Only those that are served exist,
 * whatever `?env=` says, and every query parameter is single, plain and short.
 *
 * @throws InputError or NotFoundError
 */
export function requestedEnvironment(
  { environments }: Pick<ProviderContext, 'environments'>,
  req: Request,
): ServedEnvironment {
  for (const [name, value] of Object.entries(req.query)) {
    if (typeof value !== 'string') {
      throw new InputError(
        `Query parameter '${name.slice(0, 32)}' must be given once and as text`,
      );
    }
    if (value.length > MAX_LENGTH) {
      throw new InputError(
        `Query parameter '${name.slice(0, 32)}' is longer than ${MAX_LENGTH} characters`,
      );
    }
  }
  const { env } = req.query;
  if (typeof env !== 'string' || !env) {
    throw new InputError("Query parameter 'env' is missing");
  }
  const environment = environments.get(env);
  if (!environment) {
    throw new NotFoundError('This environment does not sign in with Palette');
  }
  return environment;
}

/**
 * Makes sure that a script of the app sent the request: another site can
 * neither set the header nor be of an allowed origin.
 *
 * @returns the origin of the app
 * @throws AuthenticationError or NotAllowedError
 */
export function requireAppScript(app: AppContext, req: Request): string {
  if (req.header('X-Requested-With') !== 'XMLHttpRequest') {
    throw new AuthenticationError('Invalid X-Requested-With header');
  }
  const origin = req.get('origin');
  if (origin && !app.isOriginAllowed(origin)) {
    throw new NotAllowedError('This origin is not allowed');
  }
  return origin || app.appUrl;
}
