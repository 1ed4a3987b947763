import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { ServiceUnavailableError } from '@backstage/errors';
import { redactCallbackUrl } from '@terasky/backstage-plugin-spectrocloud-auth-backend';
import { Router, type RequestHandler } from 'express';
import onHeaders from 'on-headers';
import { redactEmails } from './redactEmails';

/** About as long as an orchestrator or a failover takes to bring a database back. */
const RETRY_AFTER_SECONDS = 5;
const CATALOG_PATH = '/api/catalog/';

/**
 * Takes the authorization code of a sign-in callback out of the request's URL
 * before anything can log or echo it.
 *
 * The provider redacts it too, but only once the request reaches it: the access
 * log, the rate limiter and a backend that starts or shuts down come earlier.
 */
const redactCallback: RequestHandler = (req, _res, next) => {
  // What is secret is in the query, which most requests don't have.
  if (req.originalUrl.includes('?')) {
    // Express has parsed it by now, so the provider still gets the code.
    req.url = redactCallbackUrl(req.url);
    req.originalUrl = redactCallbackUrl(req.originalUrl);
  }
  next();
};

/**
 * Takes e-mail addresses out of what is logged of the catalog's requests: a
 * sign-in looks its user up by e-mail, with the address in the query.
 */
const redactLookUps: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.startsWith(CATALOG_PATH)) {
    req.originalUrl = redactEmails(req.originalUrl);
  }
  next();
};

/** The framework's own 503s, of a backend that starts or shuts down, don't say when to come back. */
const sayWhenToRetry: RequestHandler = (_req, res, next) => {
  onHeaders(res, () => {
    if (res.statusCode === 503 && !res.hasHeader('Retry-After')) {
      res.setHeader('Retry-After', RETRY_AFTER_SECONDS);
      // Without this, a browser on another origin does not see the header.
      res.append('Access-Control-Expose-Headers', 'Retry-After');
    }
  });
  next();
};

/** Stands for the framework's 404, which a front end takes for "no session". */
const sayItIsStarting: RequestHandler = () => {
  throw new ServiceUnavailableError(
    'Backstage is starting; try again in a few seconds',
  );
};

/**
 * The framework's HTTP server, for a backend that handles Palette's codes and
 * may wait for its database. While it starts, what no plugin answers yet is
 * answered with 503: a plugin has no routes before it has its keys, which are in
 * the database. Plugins that are up already answer, since others may need them.
 */
export const rootHttpRouter = rootHttpRouterServiceFactory({
  configure({
    app,
    applyDefaults,
    healthRouter,
    lifecycle,
    middleware,
    routes,
  }) {
    let hasStarted = false;
    lifecycle.addStartupHook(() => {
      hasStarted = true;
    });
    // As the defaults, with the headers that let a browser of another origin
    // see the status. The error goes to their error handler.
    const starting = Router().use(
      middleware.helmet(),
      middleware.cors(),
      middleware.logging(),
      middleware.rateLimit(),
      healthRouter,
      routes,
      sayItIsStarting,
    );
    app.use(redactCallback, redactLookUps, sayWhenToRetry);
    app.use((req, res, next) => {
      if (hasStarted) {
        next();
      } else {
        starting(req, res, next);
      }
    });
    applyDefaults();
  },
});
