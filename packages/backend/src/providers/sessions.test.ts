import { setTimeout as delay } from 'node:timers/promises';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { CLIENT_ID, EMAIL, TOKEN_LIFE } from './__testUtils__/Provider';
import { tryProviders } from './__testUtils__/tryProviders';

jest.setTimeout(360_000);

const UNTIL_LAPSED_MS = (TOKEN_LIFE + 2) * 1_000;

tryProviders(tried => {
  let browser: PaletteBrowser;

  beforeEach(async () => {
    browser = await tried.signIn();
  });

  afterEach(async () => {
    tried.provider.server.goOn();
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

  it('signs in with an ID token of RS256 that says who, for whom and for which login', async () => {
    const { idToken } = await refresh();
    expect(decodeProtectedHeader(idToken).alg).toBe('RS256');
    const claims = decodeJwt(idToken);
    expect([claims.aud].flat()).toEqual([CLIENT_ID]);
    expect(claims).toMatchObject({
      iss: tried.provider.issuer,
      email: EMAIL,
      nonce: expect.any(String),
    });
  });

  it('goes on after pauses that are longer than the tokens live', async () => {
    const idTokens = new Set<string>();
    for (let pause = 0; pause < 3; pause++) {
      const { status, idToken } = await refresh();
      expect(status).toBe(200);
      idTokens.add(idToken);
      await delay(UNTIL_LAPSED_MS);
    }
    expect(idTokens.size).toBe(3);
  });

  it('keeps the session while it is away, and goes on once it is back', async () => {
    tried.provider.server.hang();
    await delay(UNTIL_LAPSED_MS);
    const away = await refresh();
    expect(away).toMatchObject({ status: 503, cookies: [] });
    expect(Number(away.retryAfter)).toBeGreaterThan(0);
    tried.provider.server.goOn();
    expect(await refreshWithin(60_000)).toBe(200);
  });

  it('keeps the session while it does not take the client’s secret', async () => {
    const fault = tried.provider.faults['another client secret'];
    await fault.begin();
    try {
      await delay(UNTIL_LAPSED_MS);
      expect(await refresh()).toMatchObject({ status: 503, cookies: [] });
    } finally {
      await fault.end();
    }
    expect(await refreshWithin(60_000)).toBe(200);
  });

  it('answers from what lives while it hangs', async () => {
    const { idToken } = await refresh();
    tried.provider.server.hang();
    // From then on it would be renewed.
    await delay((TOKEN_LIFE / 2) * 1_000);
    for (let asked = 0; asked < 2; asked++) {
      expect(await refresh()).toMatchObject({ status: 200, idToken });
    }
  });

  if (tried.kind.logsOut) {
    it('names where the browser signs out, and comes back from there', async () => {
      const { logoutUrl } = await (await browser.signOut()).json();
      const leave = new URL(logoutUrl);
      const answer = await fetch(leave, { redirect: 'manual' });
      const back = new URL(answer.headers.get('location') ?? 'about:blank');
      expect(back.origin).toBe('http://localhost:3000');
      expect(back.searchParams.get('state')).toBe(
        leave.searchParams.get('state'),
      );
    });
  } else {
    it('names no place for the browser to sign out', async () => {
      const answer = await browser.signOut();
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('logoutUrl');
    });
  }

  if (tried.kind.countsSessions) {
    it('revokes the refresh token at the sign-out', async () => {
      const count = async () => tried.provider.countSessions?.();
      expect(await count()).toBe(1);
      await browser.signOut();
      let left = await count();
      for (let tries = 0; left !== 0 && tries < 50; tries++) {
        await delay(200);
        left = await count();
      }
      expect(left).toBe(0);
    });
  }

  async function refreshWithin(ms: number): Promise<number> {
    let { status } = await refresh();
    for (const until = Date.now() + ms; status !== 200 && Date.now() < until;) {
      await delay(500);
      ({ status } = await refresh());
    }
    return status;
  }
});
