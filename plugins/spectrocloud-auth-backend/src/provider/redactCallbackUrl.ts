import type { Request } from 'express';
import { CALLBACK_PATH } from '../config/readCallbackUrl';

/** Parameters of a callback whose values are no secret and help whoever reads the log. */
const HARMLESS = new Set(['env', 'error']);
const REDACTED = 'redacted';

/**
 * Takes everything secret out of the address of a sign-in callback.
 *
 * The code in it may be a live Palette session token. Addresses of other
 * requests are returned as they are. For the sample of a root HTTP router that
 * redacts also requests which the framework answers before any plugin does,
 * see the documentation of this package.
 *
 * @param url - path with query, or a whole URL
 * @public
 */
export function redactCallbackUrl(url: string): string {
  const [path, ...rest] = url.split('?');
  // Express finds routes whatever the case.
  if (!path.toLowerCase().includes(CALLBACK_PATH) || rest.length === 0) {
    return url;
  }
  const parameters = [...new URLSearchParams(rest.join('?'))].map(
    ([name, value]) => {
      if (!/^[a-z_]{1,32}$/i.test(name)) {
        return REDACTED;
      }
      const isShown = HARMLESS.has(name) && /^[\w-]{1,64}$/.test(value);
      return `${name}=${isShown ? value : REDACTED}`;
    },
  );
  return `${path}?${parameters.join('&')}`;
}

/** Redacts the addresses that the access log and error answers of this request show. */
export function redactCallback(req: Request): void {
  req.originalUrl = redactCallbackUrl(req.originalUrl);
  // Within a mounted router this is only the rest of the path.
  const [path, query] = req.url.split('?');
  if (query !== undefined) {
    const redacted = redactCallbackUrl(`${CALLBACK_PATH}?${query}`);
    req.url = `${path}${redacted.slice(CALLBACK_PATH.length)}`;
  }
}
