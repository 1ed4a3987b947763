import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import type { RunningBackend } from './startBackend';

/** A sign-in provider that believes a header, standing in for the one an organisation has. */
export const otherProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'other-provider',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'other',
          factory: ({ resolverContext }) => ({
            async start() {},
            async frameHandler() {},
            async refresh(req, res) {
              const result = await resolverContext.signInWithCatalogUser({
                entityRef: { name: String(req.headers['x-test-user']) },
              });
              res.json(prepareBackstageIdentityResponse(result));
            },
          }),
        });
      },
    });
  },
});

/** Signs in to Backstage with the other provider. Returns the Backstage token. */
export async function signInWithOtherProvider(
  backend: RunningBackend,
  user: string,
): Promise<string> {
  const response = await fetch(
    `${backend.baseUrl}/api/auth/other/refresh?env=development`,
    { headers: { 'X-Test-User': user, 'X-Requested-With': 'XMLHttpRequest' } },
  );
  const { token } = (await response.json()) as { token: string };
  return token;
}
