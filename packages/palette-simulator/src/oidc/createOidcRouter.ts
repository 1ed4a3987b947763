import express, {
  type ErrorRequestHandler,
  type Request,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import { sendNotFound } from '../api/PaletteError';
import { findOrganisation } from '../organisations';
import type { Organisation } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { handleAuthorize } from './authorize';
import { createDiscovery } from './discovery';
import { OAuthError } from './OAuthError';
import { handleToken } from './token';
import { handleUserinfo } from './userinfo';

const answerOAuthError: ErrorRequestHandler = (error, _req, res, next) => {
  if (!(error instanceof OAuthError)) {
    next(error);
    return;
  }
  if (error.status === 401) {
    const scheme = error.code === 'invalid_token' ? 'Bearer' : 'Basic';
    res.set('WWW-Authenticate', `${scheme} realm="palette"`);
  }
  res
    .status(error.status)
    .set('Cache-Control', 'no-store')
    .json({ error: error.code, error_description: error.description });
};

/** `/v1/oidc/tenant/{tenant}`: Palette as OpenID provider of one tenant. */
export function createOidcRouter(context: SimulatorContext): Router {
  const router = PromiseRouter({ mergeParams: true });
  const organisationOf = (req: Request): Organisation =>
    findOrganisation(context, req.params.tenant)!;

  router.use((req, res, next) => {
    if (organisationOf(req)) {
      next();
    } else {
      sendNotFound(res);
    }
  });
  router.get('/.well-known/openid-configuration', (req, res) => {
    if (context.settings.discovery === 'missing') {
      sendNotFound(res);
    } else {
      res.json(createDiscovery(context, organisationOf(req).name));
    }
  });
  router.get('/keys', (_req, res) => {
    res.json(context.keys.jwks());
  });
  router.get('/auth', (req, res) =>
    handleAuthorize(context, organisationOf(req), req, res),
  );
  router.post(
    '/token',
    express.text({ type: 'application/x-www-form-urlencoded' }),
    async (req, res) => {
      const answer = await handleToken(context, {
        tenant: organisationOf(req).name,
        authorization: req.get('authorization'),
        form: new URLSearchParams(typeof req.body === 'string' ? req.body : ''),
      });
      res.set('Cache-Control', 'no-store').json(answer);
    },
  );
  router.get('/userinfo', (req, res) => {
    res.json(
      handleUserinfo(
        context,
        organisationOf(req).name,
        req.get('authorization'),
      ),
    );
  });
  router.use(answerOAuthError);
  return router;
}
