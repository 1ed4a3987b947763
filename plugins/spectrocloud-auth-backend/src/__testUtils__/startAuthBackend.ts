import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import authModule from '..';
import type { CapturedLogs } from './CapturedLogs';
import { ADA, CLIENT_ID, CLIENT_SECRET, type TestPalette } from './TestPalette';

/** The user entity of {@link ADA}, found by e-mail. */
export const ADA_ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ada', namespace: 'default' },
  spec: { profile: { email: ADA.email } },
};

export const APP_URL = 'http://localhost:3000';

/** One block `auth.providers.spectrocloud.<environment>` for the test provider. */
export function providerBlock(palette: TestPalette): JsonObject {
  return {
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    authorizationUrl: `${palette.issuer}/auth`,
    timeout: '2s',
    signIn: {
      resolvers: [{ resolver: 'emailMatchingUserEntityProfileEmail' }],
    },
  };
}

/** Starts a backend of the real auth plugin, this module and real auth services. */
export async function startAuthBackend(options: {
  palette: TestPalette;
  /** Changes to the block of the sign-in environment. */
  block?: JsonObject;
  /** Further blocks beside it. */
  blocks?: JsonObject;
  /** Further keys under `auth`. */
  auth?: JsonObject;
  /** Further keys at the top. */
  config?: JsonObject;
  entities?: Entity[];
  /** Replaces the catalog of the entities. */
  catalog?: BackendFeature;
  features?: BackendFeature[];
  logs?: CapturedLogs;
}) {
  const { palette, block, blocks, config, entities = [ADA_ENTITY] } = options;
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModule,
      authServiceFactory,
      httpAuthServiceFactory,
      options.catalog ?? catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: APP_URL },
          auth: {
            ...options.auth,
            environment: 'development',
            providers: {
              spectrocloud: {
                development: { ...providerBlock(palette), ...block },
                ...blocks,
              },
            },
          },
          spectrocloud: {
            environments: [{ name: 'palette', url: palette.url }],
          },
          ...config,
        },
      }),
      ...(options.logs
        ? [options.logs.rootLogger(), options.logs.accessLog()]
        : []),
      ...(options.features ?? []),
    ],
  });
  return server;
}

/** What the server of a test backend is. */
export type TestServer = Awaited<ReturnType<typeof startAuthBackend>>;
