import type { IncomingMessage } from 'node:http';
import { parseCookie } from 'cookie';

type WithCookies = Pick<IncomingMessage, 'headers'>;

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
