import type { JsonObject } from '@backstage/types';

const MANY = 1_000_000;
/** Of the other provider, which keeps its logins in sessions of the framework's. */
const SESSION_SECRET = 'a session secret of the benchmarks, long enough';

/** Of the simulator's service account. */
const API_KEY = 'backstage-demo-api-key';

/** The OAuth client that every backend under test is. */
export const CLIENT = {
  id: 'backstage',
  secret: 'a client secret of the benchmarks, long enough',
};

/** What differs between the backends under test. */
export interface BackendOptions {
  port: number;
  paletteUrl: string;
  /** `backend.database` */
  database: JsonObject;
  /** Palette's own limits as ours; without, our limiter lets everything through. */
  limits?: boolean;
  /** Lists are held for so long; the default of the plugin where left out. */
  listTtl?: JsonObject;
  /** Backstage's own OIDC provider is there too. */
  withOidc?: boolean;
  /** The catalog is a real one, and filled from Palette as this says. */
  catalogProvider?: JsonObject;
  /** The Kubernetes plugin is there, with this configuration. */
  kubernetes?: JsonObject;
  /** And Palette's clusters in it; a user's list is held all the while. */
  withPaletteClusters?: boolean;
}

/** The configuration of a backend under test: a production one, on this machine. */
export function backendConfig(options: BackendOptions): JsonObject {
  const { port, paletteUrl, limits, listTtl, withOidc, catalogProvider } =
    options;
  const { kubernetes, withPaletteClusters } = options;
  const issuer = `${paletteUrl}/v1/oidc/tenant/demo`;
  const everyone = { perSecond: MANY, burst: MANY };
  const client = {
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
  };
  const signIn = {
    resolvers: [
      {
        resolver: 'emailLocalPartMatchingUserEntityName',
        allowedDomains: ['acme.example', 'spectro.example'],
        dangerouslyAllowSignInWithoutUserInCatalog: true,
      },
    ],
  };
  return {
    app: { baseUrl: 'http://localhost:3000' },
    backend: {
      baseUrl: `http://localhost:${port}`,
      listen: { host: '127.0.0.1', port },
      cors: { origin: 'http://localhost:3000', credentials: true },
      database: options.database,
    },
    auth: {
      environment: 'production',
      ...(withOidc && { session: { secret: SESSION_SECRET } }),
      providers: {
        spectrocloud: {
          production: {
            ...client,
            authorizationUrl: `${issuer}/auth`,
            signIn,
          },
        },
        ...(withOidc && {
          oidc: {
            production: {
              ...client,
              metadataUrl: `${issuer}/.well-known/openid-configuration`,
              prompt: 'auto',
              signIn,
            },
          },
        }),
      },
    },
    spectrocloud: {
      environments: [
        {
          name: 'palette',
          url: paletteUrl,
          ...(catalogProvider && { apiToken: API_KEY }),
          ...(withPaletteClusters && {
            clusterProvider: { refreshIntervalSeconds: 3_600 },
          }),
        },
      ],
      ...(catalogProvider && { serviceTokenFor: ['catalog'] }),
      tokenCache: {
        encryptionKeys: ['a key of the benchmarks, of 32 characters'],
        trustedPlugins: ['benchmark'],
      },
      ...(listTtl && { listTtl }),
      ...(!limits && { rateLimit: { standard: everyone, fast: everyone } }),
    },
    permission: { enabled: true },
    ...(kubernetes && {
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        ...kubernetes,
      },
    }),
    ...(catalogProvider && {
      catalog: {
        // Only runs are to write.
        processingInterval: { hours: 10 },
        providers: { spectrocloud: { palette: catalogProvider } },
      },
    }),
  };
}
