import type { IncomingMessage } from 'node:http';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { SessionDevice } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import Bowser from 'bowser';
import { parseCookie } from 'cookie';
import type { Request } from 'express';
import type {
  AppContext,
  ProviderContext,
  ServedEnvironment,
} from './provider/ProviderContext';

/** The longest is the app's own address, to which a redirect goes back; all of it goes on to Palette in an address. */
const MAX_PARAMETER_LENGTH = 2_000;
/** Longer than any browser's, short enough for whatever somebody sends instead. */
const MAX_USER_AGENT_LENGTH = 512;
const BROWSERS = new Set<string>(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS = new Set<string>(Object.values(Bowser.OS_MAP));

type WithCookies = Pick<IncomingMessage, 'headers'>;

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
    if (value.length > MAX_PARAMETER_LENGTH) {
      throw new InputError(
        `Query parameter '${name.slice(0, 32)}' is longer than ${MAX_PARAMETER_LENGTH} characters`,
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

function pairsOf(req: WithCookies): Array<{ name: string; pair: string }> {
  return (req.headers.cookie ?? '')
    .split(';')
    .map(pair => ({ name: pair.split('=', 1)[0].trim(), pair }));
}

/** Names of a request's cookies, as they were sent. */
export function cookieNames(req: WithCookies): string[] {
  return pairsOf(req).map(({ name }) => name);
}

/**
 * A cookie's text, from the header itself: the auth plugin's parser makes
 * objects of some values, and takes the first of several.
 *
 * @returns undefined where there is none, and where there are two of the name:
 *   one of them has been planted from elsewhere
 */
export function readCookie(req: WithCookies, name: string): string | undefined {
  const found = pairsOf(req).filter(cookie => cookie.name === name);
  return found.length === 1 ? parseCookie(found[0].pair)[name] : undefined;
}

/**
 * The browser that a request comes from, as its `User-Agent` has it: names that are
 * known by heart, and nothing that the header itself says.
 *
 * @returns undefined where neither the browser nor its system is known
 */
export function readDevice(req: Request): SessionDevice | undefined {
  const userAgent = req.get('user-agent')?.slice(0, MAX_USER_AGENT_LENGTH);
  if (!userAgent) {
    return undefined;
  }
  const parsed = Bowser.parse(userAgent);
  const browser = known(BROWSERS, parsed.browser.name);
  const system = known(SYSTEMS, parsed.os.name);
  return browser || system ? { browser, system } : undefined;
}

/** Of a browser that it doesn't know, the library repeats what the header says. */
function known(names: Set<string>, name?: string): string | undefined {
  return name !== undefined && names.has(name) ? name : undefined;
}
