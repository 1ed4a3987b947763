import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { redactCallbackUrl } from '@terasky/backstage-plugin-spectrocloud-auth-backend';

/**
 * The framework's HTTP server, with the authorization code of a sign-in
 * callback taken out of the request's URL before anything can log or echo it.
 *
 * The provider redacts it too, but only once the request reaches it: the access
 * log, the rate limiter and a backend that starts or shuts down come earlier.
 */
export const redactingRootHttpRouter = rootHttpRouterServiceFactory({
  configure({ app, applyDefaults }) {
    app.use((req, _res, next) => {
      // Express has parsed the query by now, so the provider still gets the code.
      req.url = redactCallbackUrl(req.url);
      req.originalUrl = redactCallbackUrl(req.originalUrl);
      next();
    });
    applyDefaults();
  },
});
