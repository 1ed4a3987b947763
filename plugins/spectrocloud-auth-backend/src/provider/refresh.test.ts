import { SIGN_IN_FAILURES } from '@terasky/backstage-plugin-spectrocloud-common';
import { MutableCatalog } from '../__testUtils__/MutableCatalog';
import { ADA_ENTITY, APP_URL } from '../__testUtils__/startAuthBackend';
import { createSessionToken } from '../__testUtils__/TestPalette';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const HANDLE = 'spectrocloud-refresh-token';
const API_TOKEN = 'spectrocloud-api-token';

describe('refresh', () => {
  const catalog = new MutableCatalog();
  const backend = useAuthBackend({ catalog: catalog.factory() });
  afterEach(() => catalog.reset());

  const inSeconds = (seconds: number) =>
    Math.floor(Date.now() / 1000) + seconds;

  async function signIn() {
    const browser = backend.open();
    expect((await browser.signIn()).error).toBeUndefined();
    return browser;
  }

  it('answers like the sign-in did', async () => {
    const browser = backend.open();
    const { response } = await browser.signIn();
    const { body, headers } = await browser.refresh();
    expect(headers['cache-control']).toBe('no-store');
    expect(body.profile).toEqual(response!.profile);
    const { sessionEndsInSeconds: endsIn, ...provided } = body.providerInfo;
    const { sessionEndsInSeconds: endedIn, ...signedIn } =
      response!.providerInfo;
    expect(provided).toEqual(signedIn);
    // A second may pass between the two.
    expect(endsIn).toBeLessThanOrEqual(endedIn!);
    expect(endsIn).toBeGreaterThan(endedIn! - 60);
    expect(body.backstageIdentity.identity).toEqual(
      response!.backstageIdentity!.identity,
    );
  });

  it('demands the header that other sites can not send', async () => {
    const { agent } = await signIn();
    const response = await agent.get(
      '/api/auth/spectrocloud/refresh?env=development',
    );
    expect(response.status).toBe(401);
  });

  it('answers no origin but the app', async () => {
    const browser = await signIn();
    const evil = await browser.refresh().set('Origin', 'https://evil.example');
    expect(evil.status).toBe(403);
    expect((await browser.refresh().set('Origin', APP_URL)).status).toBe(200);
  });

  it.each([
    ['no cookie', ''],
    ['a made-up handle', `${HANDLE}=${'x'.repeat(43)}`],
    ['a JWT', `${HANDLE}=eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.`],
    ['an object', `${HANDLE}=j%3A%7B%22a%22%3A1%7D`],
  ])('answers 401 to %s', async (_, cookie) => {
    const response = await backend.open().refresh().set('Cookie', cookie);
    expect(response.status).toBe(401);
    expect(response.body.error.message).not.toMatch(/undefined|\[object/);
  });

  it('is a 503 and no sign-out while the catalog is down', async () => {
    const browser = await signIn();
    catalog.isDown = true;
    const response = await browser.refresh();
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.headers['access-control-expose-headers']).toBe(
      'Retry-After',
    );
    expect(response.headers['set-cookie'] ?? []).not.toContainEqual(
      expect.stringContaining(`${HANDLE}=;`),
    );
    catalog.isDown = false;
    expect((await browser.refresh()).status).toBe(200);
  });

  it('is a 503 and no sign-out while the catalog has no user for a moment', async () => {
    backend.palette.sessionToken = await createSessionToken();
    const browser = await signIn();
    catalog.entities = [];
    for (let turn = 1; turn <= 2; turn += 1) {
      const response = await browser.refresh();
      expect(response.status).toBe(503);
      expect(response.headers['retry-after']).toBe('5');
      expect(browser.cookies().has(HANDLE)).toBe(true);
      expect(response.text).not.toContain('eyJ');
    }
    expect(backend.palette.revoked).toEqual([]);
    catalog.reset();
    expect((await browser.refresh()).status).toBe(200);
  });

  it('ends the session once the catalog has had no user for ten minutes', async () => {
    const browser = await signIn();
    catalog.entities = [];
    expect((await browser.refresh()).status).toBe(503);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 601_000);
    const response = await browser.refresh();
    clock.mockRestore();
    expect(response.status).toBe(401);
    expect(browser.cookies().has(HANDLE)).toBe(false);
  });

  it.each([
    [
      'another user',
      [{ ...ADA_ENTITY, metadata: { name: 'mallory', namespace: 'default' } }],
      SIGN_IN_FAILURES.user_changed,
    ],
    [
      'two users',
      [
        ADA_ENTITY,
        { ...ADA_ENTITY, metadata: { name: 'mallory', namespace: 'default' } },
      ],
      SIGN_IN_FAILURES.user_ambiguous,
    ],
  ])('ends the session when the catalog names %s', async (_, entities, why) => {
    backend.palette.sessionToken = await createSessionToken();
    const browser = await signIn();
    catalog.entities = entities;
    const response = await browser.refresh();
    expect(response.status).toBe(401);
    expect(response.body.error.message).toContain(why);
    expect(JSON.stringify(response.body)).not.toMatch(/mallory|eyJ/);
    expect(browser.cookies().has(HANDLE)).toBe(false);
    catalog.reset();
    expect((await browser.refresh()).status).toBe(401);
    expect(backend.palette.revoked).toEqual([backend.palette.sessionToken]);
  });

  it('renews an ID token that runs out through the refresh grant, for the same user only', async () => {
    const { palette } = backend;
    const browser = backend.open();
    palette.hooks.idTokenClaims = claims => ({
      ...claims,
      iat: inSeconds(-3000),
      exp: inSeconds(60),
    });
    palette.hooks.tokenResponse = body => ({
      ...body,
      refresh_token: 'an-opaque-refresh-token',
    });
    const { response } = await browser.signIn();
    palette.hooks.idTokenClaims = claims => claims;
    const { status, body } = await browser.refresh();
    expect(status).toBe(200);
    expect(body.providerInfo.idToken).not.toBe(response!.providerInfo.idToken);
    expect(
      palette.requests.filter(
        ({ form }) => form.get('refresh_token') === 'an-opaque-refresh-token',
      ),
    ).toHaveLength(1);
  });

  describe('a refreshed ID token with another e-mail address', () => {
    const CHANGED = 'ada.lovelace@acme.example';
    const changedUser = (name: string) => ({
      ...ADA_ENTITY,
      metadata: { name, namespace: 'default' },
      spec: { profile: { email: CHANGED } },
    });

    /** The answer to the first refresh after the address was changed at the provider. */
    async function refreshChanged(from: 'the ID token' | 'userinfo') {
      const { palette } = backend;
      const browser = backend.open();
      palette.hooks.idTokenClaims = claims => ({
        ...claims,
        iat: inSeconds(-3000),
        exp: inSeconds(60),
      });
      palette.hooks.tokenResponse = body => ({
        ...body,
        refresh_token: 'an-opaque-refresh-token',
      });
      await browser.signIn();
      palette.user = { ...palette.user, email: CHANGED };
      palette.hooks.idTokenClaims = claims =>
        from === 'userinfo'
          ? { ...claims, email: undefined, email_verified: undefined }
          : claims;
      return { browser, response: await browser.refresh() };
    }

    it.each(['the ID token', 'userinfo'] as const)(
      'reaches profile and resolver at once, by %s',
      async from => {
        // The catalog is brought up to date before the user's next refresh.
        catalog.entities = [ADA_ENTITY, changedUser('ada')];
        const { browser, response } = await refreshChanged(from);
        expect(response.body.profile?.email).toBe(CHANGED);
        expect(response.status).toBe(200);
        catalog.entities = [changedUser('ada')];
        expect((await browser.refresh()).status).toBe(200);
      },
    );

    it('ends the session when it is somebody else’s in the catalog', async () => {
      catalog.entities = [ADA_ENTITY, changedUser('lovelace')];
      const { browser, response } = await refreshChanged('the ID token');
      expect(response.status).toBe(401);
      expect(browser.cookies().has(HANDLE)).toBe(false);
    });

    it('is a 503 for a while when nobody in the catalog has it', async () => {
      const { response } = await refreshChanged('the ID token');
      expect(response.status).toBe(503);
    });
  });

  it('ends the session when the refreshed ID token is of another user', async () => {
    const { palette } = backend;
    const browser = backend.open();
    palette.hooks.idTokenClaims = claims => ({
      ...claims,
      iat: inSeconds(-3000),
      exp: inSeconds(60),
    });
    palette.hooks.tokenResponse = body => ({
      ...body,
      refresh_token: 'an-opaque-refresh-token',
    });
    await browser.signIn();
    palette.hooks.idTokenClaims = claims => ({ ...claims, sub: 'another' });
    expect((await browser.refresh()).status).toBe(401);
    expect(browser.cookies().has(HANDLE)).toBe(false);
  });

  it('does not let a late refresh of a replaced session take the cookies of the new one', async () => {
    const browser = await signIn();
    const former = [...browser.cookies('/api/auth/spectrocloud')]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    expect((await browser.signIn()).error).toBeUndefined();
    const late = await backend.open().refresh().set('Cookie', former);
    expect(late.status).toBe(503);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect(late.headers['set-cookie']).toBeUndefined();
    expect((await browser.refresh()).status).toBe(200);
  });

  it('keeps the profile when Palette sends none', async () => {
    backend.palette.user = {
      sub: 's',
      email: 'ada@acme.example',
      email_verified: true,
    };
    backend.palette.me = { ...backend.palette.me, userUid: 's' };
    const browser = await signIn();
    const { body } = await browser.refresh();
    expect(body.profile).toEqual({
      email: 'ada@acme.example',
      displayName: 'ada@acme.example',
    });
  });
});

describe('sign-out', () => {
  const backend = useAuthBackend();

  it('demands the header and an allowed origin', async () => {
    const browser = backend.open();
    await browser.signIn();
    const plain = await browser.agent.post(
      '/api/auth/spectrocloud/logout?env=development',
    );
    expect(plain.status).toBe(401);
    const evil = await browser.logout().set('Origin', 'https://evil.example');
    expect(evil.status).toBe(403);
    expect((await browser.refresh()).status).toBe(200);
  });

  it('removes every cookie, and works although Palette does not', async () => {
    const { palette } = backend;
    palette.sessionToken = await createSessionToken();
    const browser = backend.open();
    await browser.signIn();
    expect([...browser.cookies('/api/auth/spectrocloud').keys()]).toEqual(
      expect.arrayContaining([
        'spectrocloud-refresh-token',
        'spectrocloud-sealed-session',
      ]),
    );
    palette.hooks.intercept = () => ({ status: 500 });
    const response = await browser.logout();
    expect(response.status).toBe(200);
    for (const path of ['/api/auth/spectrocloud', '/api/spectrocloud']) {
      expect([...browser.cookies(path).keys()]).toEqual([]);
    }
    expect((await browser.refresh()).status).toBe(401);
  });

  it('leaves no session of this browser behind, however often it signed in', async () => {
    const { palette } = backend;
    const browser = backend.open();
    const tokens = [await createSessionToken(), await createSessionToken()];
    for (const token of tokens) {
      palette.sessionToken = token;
      await browser.signIn();
    }
    expect(palette.revoked).toEqual([tokens[0]]);
    await browser.logout();
    expect(palette.revoked).toEqual(tokens);
  });

  it('ends the session also when the browser has only its sealed API token left', async () => {
    const { palette } = backend;
    palette.sessionToken = await createSessionToken();
    const browser = backend.open();
    const { response } = await browser.signIn();
    const sealed = browser
      .cookies('/api/auth/spectrocloud')
      .get('spectrocloud-sealed-session')!;
    const sessions = () =>
      browser.agent
        .get('/api/auth/spectrocloud/sessions')
        .set('Authorization', `Bearer ${response!.backstageIdentity!.token}`);
    const before = (await sessions()).body.sessions.length;
    const signedOut = await backend
      .open()
      .logout()
      .set('Cookie', `${API_TOKEN}=${sealed}`);
    expect(signedOut.status).toBe(200);
    expect((await sessions()).body.sessions).toHaveLength(before - 1);
    expect(palette.revoked).toEqual([palette.sessionToken]);
  });

  it('works for a browser that has no session', async () => {
    expect((await backend.open().logout()).status).toBe(200);
  });
});
