import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';

/** What the plugin is to ask the auth plugin, and as whom. */
export interface Question {
  path: string;
  method?: string;
  body?: unknown;
  /** `own`: with the plugin's own service credentials instead of the caller's. */
  as?: 'caller' | 'own';
}

/**
 * A plugin that calls any path of the auth plugin for whoever asks, and shows
 * them the answer; such plugins exist.
 */
export function askingPlugin(pluginId: string) {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ auth, discovery, httpAuth, httpRouter }) {
          const router = express.Router();
          router.post('/ask', express.json(), async (req, res) => {
            const { as, body, method = 'POST', path } = req.body as Question;
            const { token } = await auth.getPluginRequestToken({
              onBehalfOf:
                as === 'own'
                  ? await auth.getOwnServiceCredentials()
                  : await httpAuth.credentials(req),
              targetPluginId: 'auth',
            });
            const answer = await fetch(
              `${await discovery.getBaseUrl('auth')}${path}`,
              {
                method,
                headers: {
                  authorization: `Bearer ${token}`,
                  'content-type': 'application/json',
                },
                body: body === undefined ? undefined : JSON.stringify(body),
              },
            );
            res.json({ status: answer.status, text: await answer.text() });
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
