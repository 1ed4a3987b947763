import type { Request } from 'express';
import { CALLBACK_PATH } from '../config/readCallbackUrl';

/** As OAuth's error codes are spelled: no secret, and a help to whoever reads the log. */
const ERROR_CODE = /^[a-z_]{1,40}$/;
const REDACTED = 'redacted';
const CALLBACK = new RegExp(CALLBACK_PATH);

/** Routes are found whatever their case and with more slashes, and some proxies encode more than they must. */
function isCallback(path: string): boolean {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // As it is, then.
  }
  return CALLBACK.test(decoded.toLowerCase().replace(/\/+/g, '/'));
}

function redactQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => {
      if (!/^[a-z_]{1,32}$/i.test(name)) {
        return REDACTED;
      }
      const isShown = name === 'error' && ERROR_CODE.test(value);
      return `${name}=${isShown ? value : REDACTED}`;
    })
    .join('&');
}

/**
 * Takes everything secret out of the address of a sign-in callback.
 *
 * The code in it may be a live Palette session token. Addresses of other
 * requests are returned as they are. The sub-path `coreServices` of this package
 * has a root HTTP router that redacts also requests which the framework answers
 * before any plugin does.
 *
 * @param url - path with query, or a whole URL
 * @public
 */
export function redactCallbackUrl(url: string): string {
  const [path, ...rest] = url.split('?');
  if (rest.length === 0 || !isCallback(path)) {
    return url;
  }
  return `${path}?${redactQuery(rest.join('?'))}`;
}

/** Redacts the addresses that the access log and error answers of this request show. */
export function redactCallback(req: Request): void {
  req.originalUrl = redactCallbackUrl(req.originalUrl);
  // Within a mounted router this is only the rest of the path.
  const [path, ...rest] = req.url.split('?');
  if (rest.length > 0) {
    req.url = `${path}?${redactQuery(rest.join('?'))}`;
  }
}
