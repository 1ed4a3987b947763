import type { Request, RequestHandler } from 'express';
import { CALLBACK_PATH } from '../config/readCallbackUrl';
import { redactEmails } from './redactEmails';

const CATALOG_PATH = '/api/catalog/';

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

/**
 * Takes out of a request's URL what its access log and its error answers must not
 * show: the authorization code of a sign-in callback, and the e-mail address with
 * which a sign-in looks its user up in the catalog. To be used before anything
 * else by those who have a root HTTP router of their own.
 *
 * The provider redacts the code, too, but only once the request reaches it: the
 * access log, the rate limiter and a backend that starts or shuts down come earlier.
 *
 * @public
 */
export const redactRequest: RequestHandler = (req, _res, next) => {
  // What is secret is in the query, which most requests don't have.
  if (req.originalUrl.includes('?')) {
    // Express has parsed it by now, so the provider still gets the code.
    req.url = redactCallbackUrl(req.url);
    req.originalUrl = redactCallbackUrl(req.originalUrl);
  }
  if (req.originalUrl.startsWith(CATALOG_PATH)) {
    req.originalUrl = redactEmails(req.originalUrl);
  }
  next();
};
