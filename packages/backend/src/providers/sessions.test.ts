import { setTimeout as delay } from 'node:timers/promises';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { freePort } from '../__testUtils__/freePort';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';
import { describeWithKeycloak, Keycloak } from './__testUtils__/Keycloak';

jest.setTimeout(360_000);

const EMAIL = 'ada.admin@spectro.example';
const SECRET = 'backstage-demo-secret';
/** Of Keycloak's ID tokens, in seconds. */
const TOKEN_LIFE = 8;
const UNTIL_LAPSED_MS = (TOKEN_LIFE + 2) * 1_000;

describeWithKeycloak('a real Keycloak in place of Palette’s provider', () => {
  let palette: PaletteSimulator;
  let keycloak: Keycloak;
  let backend: RunningBackend;
  let browser: PaletteBrowser;

  beforeAll(async () => {
    const port = await freePort();
    palette = await startPaletteSimulator();
    keycloak = await Keycloak.start();
    await keycloak.createRealm({
      tokenLife: TOKEN_LIFE,
      email: EMAIL,
      redirectUri: `http://localhost:${port}/api/auth/spectrocloud/handler/frame`,
    });
    backend = await startBackend({
      paletteUrl: palette.url,
      port,
      config: {
        auth: {
          providers: {
            spectrocloud: {
              development: {
                issuer: keycloak.issuer,
                authorizationUrl: `${keycloak.issuer}/protocol/openid-connect/auth`,
                logoutUrl: 'http://localhost:3000/',
              },
            },
          },
        },
      },
    });
  });

  afterAll(async () => {
    await keycloak?.stop();
    await backend?.stop();
    await palette?.close();
  });

  beforeEach(async () => {
    browser = PaletteBrowser.create(backend);
    await browser.finish(await keycloak.logIn(await browser.start()));
  });

  afterEach(async () => {
    keycloak.goOn();
    await browser.signOut();
  });

  async function refresh() {
    const response = await browser.refresh();
    const { providerInfo } = await response.clone().json();
    return {
      status: response.status,
      retryAfter: response.headers.get('Retry-After'),
      cookies: response.headers.getSetCookie(),
      idToken: providerInfo?.idToken,
    };
  }

  it('goes on after a pause that is longer than the tokens live', async () => {
    const before = await refresh();
    await delay(UNTIL_LAPSED_MS);
    const after = await refresh();
    expect(after.status).toBe(200);
    expect(after.idToken).not.toBe(before.idToken);
  });

  it('keeps the session while Keycloak is away, and goes on once it is back', async () => {
    keycloak.hang();
    await delay(UNTIL_LAPSED_MS);
    const away = await refresh();
    expect(away).toMatchObject({ status: 503, cookies: [] });
    expect(Number(away.retryAfter)).toBeGreaterThan(0);
    keycloak.goOn();
    expect(await refreshWithin(60_000)).toBe(200);
  });

  it('keeps the session while Keycloak does not take the client’s secret', async () => {
    await keycloak.setClientSecret('another secret');
    try {
      await delay(UNTIL_LAPSED_MS);
      expect(await refresh()).toMatchObject({ status: 503, cookies: [] });
    } finally {
      await keycloak.setClientSecret(SECRET);
    }
    expect(await refreshWithin(60_000)).toBe(200);
  });

  it('answers from what lives while Keycloak hangs', async () => {
    const { idToken } = await refresh();
    keycloak.hang();
    // From then on it would be renewed.
    await delay((TOKEN_LIFE / 2) * 1_000);
    for (let asked = 0; asked < 3; asked++) {
      expect(await refresh()).toMatchObject({ status: 200, idToken });
    }
  });

  it('ends the session of a user whom Keycloak no longer lets in', async () => {
    await keycloak.enableUser(false);
    try {
      await delay(UNTIL_LAPSED_MS);
      expect((await refresh()).status).toBe(401);
    } finally {
      await keycloak.enableUser(true);
    }
  });

  it('revokes the refresh token at the sign-out, and names where the browser signs out', async () => {
    expect(await keycloak.countSessions()).toBe(1);
    const { logoutUrl } = await (await browser.signOut()).json();
    expect(await settled(() => keycloak.countSessions())).toBe(0);
    const leave = new URL(logoutUrl);
    expect(leave.origin + leave.pathname).toBe(
      `${keycloak.issuer}/protocol/openid-connect/logout`,
    );
    const answer = await fetch(leave, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? 'about:blank');
    expect(back.origin).toBe('http://localhost:3000');
    expect(back.searchParams.get('state')).toBe(
      leave.searchParams.get('state'),
    );
  });

  async function refreshWithin(ms: number): Promise<number> {
    let { status } = await refresh();
    for (const until = Date.now() + ms; status !== 200 && Date.now() < until;) {
      await delay(500);
      ({ status } = await refresh());
    }
    return status;
  }

  async function settled(count: () => Promise<number>): Promise<number> {
    for (const until = Date.now() + 10_000; Date.now() < until;) {
      if ((await count()) === 0) {
        break;
      }
      await delay(200);
    }
    return count();
  }
});
