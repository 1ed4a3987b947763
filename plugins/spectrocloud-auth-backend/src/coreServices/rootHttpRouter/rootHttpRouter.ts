import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { Router, type RequestHandler } from 'express';
import onHeaders from 'on-headers';
import { createStartUpGate } from './createStartUpGate';
import { redactRequest } from '../../provider/redactRequest';

/** About as long as an orchestrator or a failover takes to bring a database back. */
const RETRY_AFTER_SECONDS = 5;

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

/**
 * The framework's HTTP server, for a backend that handles Palette's codes and
 * may wait for its database. While it starts, what no plugin answers yet waits a
 * little and is then answered with 503, instead of the framework's 404, which a
 * front end takes for "no session": a plugin has no routes before it has its keys,
 * which are in the database. Plugins that are up already answer, since others may
 * need them.
 *
 * @public
 */
export const rootHttpRouter = rootHttpRouterServiceFactory({
  configure({
    app,
    applyDefaults,
    config,
    healthRouter,
    lifecycle,
    middleware,
    routes,
  }) {
    const gate = createStartUpGate({ config, lifecycle });
    // As the defaults, with the headers that let a browser of another origin
    // see the status. Errors go to the defaults' error handler.
    const starting = Router().use(
      middleware.helmet(),
      middleware.cors(),
      middleware.logging(),
      middleware.rateLimit(),
      healthRouter,
      routes,
      gate.pause,
      routes,
      middleware.notFound(),
    );
    app.use(redactRequest, sayWhenToRetry);
    app.use((req, res, next) => {
      if (gate.hasStarted) {
        next();
      } else {
        starting(req, res, next);
      }
    });
    applyDefaults();
  },
});
