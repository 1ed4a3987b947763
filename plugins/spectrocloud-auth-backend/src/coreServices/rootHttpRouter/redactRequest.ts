import type { RequestHandler } from 'express';
import { redactCallbackUrl } from '../../provider/redactCallbackUrl';
import { redactEmails } from '../../telemetry/redactEmails';

const CATALOG_PATH = '/api/catalog/';

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
