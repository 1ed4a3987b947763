import type { Request } from 'express';
import { CALLBACK_PATH } from '../config/readCallbackUrl';

/** As OAuth's error codes are spelled: no secret, and a help to whoever reads the log. */
const ERROR_CODE = /^[a-z_]{1,40}$/;
const REDACTED = 'redacted';

/** Routes are found whatever their case and with more slashes, and some proxies encode more than they must. */
function isCallback(path: string): boolean {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // As it is, then.
  }
  return decoded.toLowerCase().replace(/\/+/g, '/').includes(CALLBACK_PATH);
}

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
  if (rest.length === 0 || !isCallback(path)) {
    return url;
  }
  const parameters = [...new URLSearchParams(rest.join('?'))].map(
    ([name, value]) => {
      if (!/^[a-z_]{1,32}$/i.test(name)) {
        return REDACTED;
      }
      const isShown = name === 'error' && ERROR_CODE.test(value);
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
