import type { JsonObject } from '@backstage/types';

/** What a sample backend under test is made of. */
export interface SampleConfigOptions {
  port: number;
  /** Base URL of the simulator. */
  paletteUrl: string;
  /** `backend.database`; an in-memory SQLite when left out. */
  database?: JsonObject;
  /** Where the app lives; its origin receives the popup's answer. */
  appBaseUrl?: string;
}

/** The demo's configuration, with the addresses of one test. */
export function sampleConfig(options: SampleConfigOptions): JsonObject {
  const baseUrl = `http://localhost:${options.port}`;
  const appBaseUrl = options.appBaseUrl ?? 'http://localhost:3000';
  return {
    app: { baseUrl: appBaseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: options.port },
      cors: { origin: appBaseUrl, credentials: true },
      database: options.database ?? {
        client: 'better-sqlite3',
        connection: ':memory:',
      },
    },
    auth: {
      environment: 'development',
      providers: {
        spectrocloud: {
          development: {
            authorizationUrl: `${options.paletteUrl}/v1/oidc/tenant/demo/auth`,
            clientId: 'backstage',
            clientSecret: 'backstage-demo-secret',
            signIn: {
              resolvers: [
                { resolver: 'emailMatchingUserEntityProfileEmail' },
                {
                  resolver: 'emailLocalPartMatchingUserEntityName',
                  allowedDomains: ['acme.example'],
                },
              ],
            },
          },
        },
      },
    },
    spectrocloud: {
      environments: [{ name: 'demo', url: options.paletteUrl, tenant: 'demo' }],
      // The demo's client secret is too short to derive a key from but in development.
      tokenCache: { encryptionKeys: ['a key of the tests, of 32 characters'] },
    },
    permission: { enabled: true },
  };
}
