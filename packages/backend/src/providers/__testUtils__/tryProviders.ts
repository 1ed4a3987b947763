import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../__testUtils__/freePort';
import { PaletteBrowser } from '../../__testUtils__/PaletteBrowser';
import {
  type RunningBackend,
  startBackend,
} from '../../__testUtils__/startBackend';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type Provider,
  type ProviderKind,
} from './Provider';
import { startDex } from './startDex';
import { startHydra } from './startHydra';
import { startKeycloak } from './startKeycloak';

const KINDS: ProviderKind[] = [
  {
    name: 'Keycloak',
    variable: 'KEYCLOAK_HOME',
    start: startKeycloak,
    scope: 'openid profile email',
    logsOut: true,
    countsSessions: true,
    expiresCodes: true,
    signInFaults: [
      ['another client secret', 'client_rejected'],
      ['a disabled client', 'client_rejected'],
      ['an offline token without the role for it', 'provider_error'],
    ],
    renewalFaults: [
      ['another client secret', 'the session stays'],
      ['a disabled user', 'the session ends'],
      ['a user whom an administrator signed out', 'the session ends'],
      ['a realm that is switched off', 'the session stays'],
    ],
  },
  {
    name: 'Hydra',
    variable: 'HYDRA_BIN',
    start: startHydra,
    scope: 'openid profile email offline_access',
    logsOut: true,
    countsSessions: false,
    expiresCodes: true,
    signInFaults: [
      ['another client secret', 'client_rejected'],
      ['another method of authentication', 'client_rejected'],
    ],
    renewalFaults: [
      ['another client secret', 'the session stays'],
      ['a revoked consent', 'the session ends'],
    ],
  },
  {
    name: 'Dex',
    variable: 'DEX_BIN',
    start: startDex,
    scope: 'openid profile email offline_access',
    logsOut: false,
    countsSessions: false,
    // Half an hour, which no setting changes.
    expiresCodes: false,
    signInFaults: [['another client secret', 'client_rejected']],
    renewalFaults: [
      ['another client secret', 'the session stays'],
      ['a user who is gone', 'the session stays'],
      ['a later sign-in', 'the session ends'],
    ],
  },
];

/** A provider, and a backend that signs its users in. */
export interface Tried {
  readonly kind: ProviderKind;
  readonly provider: Provider;
  readonly backend: RunningBackend;
  /** A browser whose user has signed in. */
  signIn(): Promise<PaletteBrowser>;
  /** Begins a sign-in, and takes the user through the provider's pages. */
  visit(
    browser: PaletteBrowser,
    options?: { consents?: boolean; change?: (authorization: URL) => void },
  ): ReturnType<Provider['visit']>;
}

/** Runs tests against each real provider that is installed, and says why not against the others. */
export function tryProviders(tests: (tried: Tried) => void): void {
  for (const kind of KINDS) {
    const path = process.env[kind.variable];
    if (!path) {
      process.stdout.write(
        `skipped: no ${kind.name}, since ${kind.variable} does not name it\n`,
      );
    }
    (path ? describe : describe.skip)(`a real ${kind.name}`, () => {
      tests(useProvider(kind, path ?? ''));
    });
  }
}

function useProvider(kind: ProviderKind, path: string): Tried {
  let provider: Provider;
  let backend: RunningBackend;
  let folder: string;

  beforeAll(async () => {
    const port = await freePort();
    const redirectUri = `http://localhost:${port}/api/auth/spectrocloud/handler/frame`;
    folder = mkdtempSync(join(tmpdir(), 'provider-'));
    provider = await kind.start({ path, redirectUri, folder });
    backend = await startBackend({
      paletteUrl: provider.issuer,
      port,
      without: ['demo configuration'],
      config: configure(kind, provider),
    });
  });

  afterAll(async () => {
    await provider?.server.stop();
    rmSync(folder, { recursive: true });
    await backend?.stop();
  });

  return {
    kind,
    get provider() {
      return provider;
    },
    get backend() {
      return backend;
    },
    async signIn() {
      const browser = new PaletteBrowser(backend);
      await browser.finish((await this.visit(browser)).url);
      return browser;
    },
    async visit(browser, { consents = true, change } = {}) {
      const authorization = await browser.start();
      change?.(authorization);
      const arrival = await provider.visit(authorization, { consents });
      const { searchParams } = arrival.url;
      backend.secrets.add(searchParams.get('code'), searchParams.get('state'));
      return arrival;
    },
  };
}

function configure({ scope }: ProviderKind, { issuer }: Provider) {
  return {
    auth: {
      environment: 'development',
      providers: {
        spectrocloud: {
          development: {
            issuer,
            clientId: CLIENT_ID,
            clientSecret: CLIENT_SECRET,
            scope,
            logoutUrl: 'http://localhost:3000/',
            signIn: {
              resolvers: [{ resolver: 'emailMatchingUserEntityProfileEmail' }],
            },
          },
        },
      },
    },
    spectrocloud: {
      tokenCache: { encryptionKeys: ['a key of the tests, of 32 characters'] },
    },
  };
}
