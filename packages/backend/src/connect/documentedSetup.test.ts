import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import oidcModule from '@backstage/plugin-auth-backend-module-oidc-provider';
import type { JsonObject } from '@backstage/types';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { parse } from 'yaml';
import { mergeConfig } from '../__testUtils__/mergeConfig';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { SecretWatch } from '../__testUtils__/SecretWatch';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';

jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '../../../..');
const PAGE = readFileSync(
  join(ROOT, 'docs/beside-another-provider.md'),
  'utf8',
);
const ADA = 'ada.admin@spectro.example';
/** Another account at Palette than the user's own, which a connection takes. */
const DANA = 'dev.dana@acme.example';

/** The page's configuration, with what a reader writes in place of the examples. */
function documentedConfig(paletteUrl: string): JsonObject {
  const [, sample] = /^```yaml\n([\s\S]*?)^```/m.exec(PAGE)!;
  return parse(
    sample
      .replaceAll(
        'https://console.spectrocloud.com/v1/oidc/tenant/acme',
        `${paletteUrl}/v1/oidc/tenant/demo`,
      )
      .replaceAll('https://api.spectrocloud.com', paletteUrl)
      .replaceAll('${PALETTE_CLIENT_ID}', 'backstage')
      .replaceAll('${PALETTE_CLIENT_SECRET}', 'backstage-demo-secret')
      .replaceAll(
        '${PALETTE_TOKEN_CACHE_KEY}',
        'a key of the tests, of 32 characters',
      ),
  );
}

/** Backstage's own provider, in the place of the one that a reader has. */
function otherProvider(issuer: string): JsonObject {
  return {
    auth: {
      session: { secret: 'a session secret of the tests, long enough' },
      providers: {
        oidc: {
          development: {
            metadataUrl: `${issuer}/.well-known/openid-configuration`,
            clientId: 'backstage',
            clientSecret: 'backstage-demo-secret',
            tokenEndpointAuthMethod: 'client_secret_post',
            prompt: 'auto',
            signIn: {
              resolvers: [{ resolver: 'emailMatchingUserEntityProfileEmail' }],
            },
          },
        },
      },
    },
  };
}

describe('docs/beside-another-provider.md', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      features: [oidcModule],
      without: ['demo configuration'],
      config: mergeConfig(
        documentedConfig(palette.url),
        otherProvider(`${palette.url}/v1/oidc/tenant/demo`),
      ),
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  /** A browser whose user has signed in with the other provider. */
  async function signedInElsewhere(email: string): Promise<PaletteBrowser> {
    const other = new PaletteBrowser(
      // Backstage itself logs the callbacks of its providers, with codes that are used up.
      { baseUrl: backend.baseUrl, secrets: new SecretWatch() },
      { provider: 'oidc' },
    );
    const { backstageIdentity } = await other.signIn(email);
    const browser = new PaletteBrowser(backend, { cookies: other.cookies });
    browser.useBackstageToken(backstageIdentity!.token);
    return browser;
  }

  const listClusters = (browser: PaletteBrowser) =>
    browser.fetch('/api/spectrocloud/clusters');

  it('connects Palette to whom the other provider signed in, with any account', async () => {
    const browser = await signedInElsewhere(ADA);
    const before = await listClusters(browser);
    expect(before.status).toBe(401);
    expect(before.headers.get('X-SpectroCloud-ReAuth-Required')).toBe('true');

    expect((await browser.fetchConnectTicket()).status).toBe(204);
    const { backstageIdentity } = await browser.signIn(DANA);
    expect(backstageIdentity).toBeUndefined();
    expect((await listClusters(browser)).status).toBe(401);

    const refreshed = await browser.refresh({ authenticated: true });
    expect(refreshed.status).toBe(200);
    const after = await listClusters(browser);
    expect(after.status).toBe(200);
    const { clusters } = await after.json();
    expect(clusters.length).toBeGreaterThan(0);
    const me = await browser.fetch('/api/spectrocloud/users/me');
    expect((await me.json()).email).toBe(DANA);
  });

  it('keeps the connection for its user’s next sign-in with the other provider', async () => {
    const next = await signedInElsewhere(ADA);
    expect((await listClusters(next)).status).toBe(200);
  });
});
