import { OAuth2, OAuthRequestManager } from '@backstage/core-app-api';
import { BACKSTAGE_TOKEN_REQUIRED_ERROR } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  authResponse,
  errorResponse,
  fakeAuthPlugin,
  noSession,
  ok,
} from '../__testUtils__/fakeAuthPlugin';
import { PaletteAuthBackend } from './PaletteAuthBackend';
import { PaletteAuthConnector } from './PaletteAuthConnector';
import type { PaletteAuthConnectorOptions } from './PaletteAuthConnectorOptions';

const unavailable = (headers?: Record<string, string>) => () =>
  errorResponse(
    503,
    { name: 'ServiceUnavailableError', message: 'Palette does not answer' },
    headers,
  );

function setup(
  answers: Array<() => Response>,
  change: Partial<PaletteAuthConnectorOptions> = {},
) {
  const plugin = fakeAuthPlugin(...answers);
  const clock = { now: 1_000_000 };
  const options = {
    oauthRequestApi: new OAuthRequestManager(),
    provider: { id: 'spectrocloud', title: 'SpectroCloud', icon: () => null },
    environment: 'production',
    redirect: false,
    isSecondProvider: jest.fn(async () => false),
    backstageUser: jest.fn((): string | undefined => undefined),
    onUserChanged: jest.fn(),
    onSignedIn: jest.fn(),
    onSession: jest.fn(),
    now: () => clock.now,
    ...change,
  };
  const wait = jest.fn(async (_: number) => {});
  const navigate = jest.fn((_: string) => {});
  const showPopup = jest.fn(
    change.showPopup ?? (async (..._: unknown[]) => authResponse()),
  );
  // Sends the user's Backstage token along.
  const fetchApi = { fetch: jest.fn(plugin.fetch) };
  const connector = new PaletteAuthConnector({
    ...options,
    wait,
    navigate,
    showPopup,
    backend: new PaletteAuthBackend({
      discoveryApi: { getBaseUrl: async () => 'http://backend/api/auth' },
      fetchApi,
      fetch: plugin.fetch,
      environment: 'production',
    }),
  });
  return {
    connector,
    plugin,
    fetchApi,
    options: { ...options, wait, navigate, showPopup },
    clock,
  };
}

const scopes = new Set(['openid']);

describe('PaletteAuthConnector', () => {
  afterEach(() => jest.restoreAllMocks());

  it('asks the back end for the session of the browser', async () => {
    const { connector, plugin } = setup([ok(authResponse())]);
    const session = await connector.refreshSession({ scopes });
    expect(session.providerInfo.idToken).toBe('id-token');
    expect(session.backstageIdentity?.expiresAt).toEqual(
      new Date(1_000_000 + 3600_000),
    );
    const [{ url }] = plugin.requests;
    expect(url.pathname).toBe('/api/auth/spectrocloud/refresh');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      optional: '',
      scope: 'openid',
      env: 'production',
    });
    expect(plugin.fetch.mock.calls[0][1]).toMatchObject({
      credentials: 'include',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
  });

  it('asks no second time for scopes that the back end is not configured to ask for', async () => {
    const { connector, plugin } = setup([ok(authResponse())]);
    const asked = { scopes: new Set(['openid', 'groups']) };
    const session = await connector.refreshSession(asked);
    expect(session.providerInfo.scopes).toContain('groups');
    expect(await connector.refreshSession(asked)).toBe(session);
    expect(plugin.requests).toHaveLength(1);
  });

  it('is content with fewer scopes than the app wants, if the provider grants no more', async () => {
    const granted = authResponse();
    granted.providerInfo.scope = 'openid';
    const { connector, options, plugin } = setup([ok(granted)], {
      showPopup: async () => granted,
    });
    const oauth2 = OAuth2.create({
      authConnector: connector,
      defaultScopes: ['openid', 'profile', 'email'],
    });
    expect(await oauth2.getIdToken()).toBe('id-token');
    expect(await oauth2.getAccessToken('groups', { optional: true })).toBe('');
    expect((await oauth2.getProfile())?.email).toBe('dana@acme.example');
    expect(options.showPopup).not.toHaveBeenCalled();
    expect(plugin.requests.length).toBeLessThanOrEqual(2);
  });

  it('tells the reason of the back end when it refuses', async () => {
    const { connector } = setup([noSession]);
    await expect(connector.refreshSession({ scopes })).rejects.toMatchObject({
      name: 'SessionRefusedError',
      message: 'No session',
    });
  });

  it('keeps the session while the back end is in trouble, and asks again later', async () => {
    const { connector, plugin, clock } = setup([
      ok(authResponse()),
      unavailable(),
      unavailable(),
      ok(authResponse({ idToken: 'newer' })),
    ]);
    const first = await connector.refreshSession({ scopes });
    clock.now += 3_500_000;
    expect(await connector.refreshSession({ scopes })).toBe(first);
    expect(await connector.refreshSession({ scopes })).toBe(first);
    expect(plugin.requests).toHaveLength(2);
    clock.now += 1_001;
    expect(await connector.refreshSession({ scopes })).toBe(first);
    clock.now += 2_001;
    const later = await connector.refreshSession({ scopes });
    expect(later.providerInfo.idToken).toBe('newer');
    expect(plugin.requests).toHaveLength(4);
  });

  it('keeps the session when the network fails, also one that has ended', async () => {
    const { connector, plugin, clock } = setup([ok(authResponse())]);
    const first = await connector.refreshSession({ scopes });
    plugin.answers[0] = () => {
      throw new TypeError('Failed to fetch');
    };
    clock.now += 5_000_000;
    expect(await connector.refreshSession({ scopes })).toBe(first);
    expect(connector.lastFailure?.message).toContain('Failed to fetch');
  });

  it('waits as long as the back end asks for', async () => {
    const { connector, plugin, clock } = setup([
      ok(authResponse()),
      unavailable({ 'Retry-After': '20' }),
      ok(authResponse()),
    ]);
    await connector.refreshSession({ scopes });
    clock.now += 3_500_000;
    await connector.refreshSession({ scopes });
    clock.now += 19_000;
    await connector.refreshSession({ scopes });
    expect(plugin.requests).toHaveLength(2);
    clock.now += 2_000;
    await connector.refreshSession({ scopes });
    expect(plugin.requests).toHaveLength(3);
  });

  it('ends the session on a definite refusal', async () => {
    const { connector, clock } = setup([ok(authResponse()), noSession]);
    await connector.refreshSession({ scopes });
    clock.now += 3_500_000;
    await expect(connector.refreshSession({ scopes })).rejects.toThrow(
      'No session',
    );
  });

  it('keeps the session at a 404 that isn’t the auth plugin’s own, as of a server that starts', async () => {
    const { connector, clock } = setup([
      ok(authResponse()),
      () => new Response(null, { status: 404 }),
      () =>
        errorResponse(404, { name: 'NotFoundError', message: 'Not served' }),
    ]);
    const first = await connector.refreshSession({ scopes });
    clock.now += 3_500_000;
    expect(await connector.refreshSession({ scopes })).toBe(first);
    clock.now += 10_000;
    await expect(connector.refreshSession({ scopes })).rejects.toThrow(
      'Not served',
    );
  });

  it.each([401, 403])(
    'keeps the session at a %s of something in front of the auth plugin',
    async status => {
      const { connector, clock } = setup([
        ok(authResponse()),
        () => new Response('<h1>Slow down</h1>', { status }),
      ]);
      const first = await connector.refreshSession({ scopes });
      clock.now += 3_500_000;
      expect(await connector.refreshSession({ scopes })).toBe(first);
    },
  );

  it('knows that it knows nothing when the answer is no session', async () => {
    const { connector } = setup([() => new Response('<h1>App</h1>')]);
    await expect(connector.refreshSession({ scopes })).rejects.toMatchObject({
      name: 'SessionUnavailableError',
    });
    expect(connector.lastFailure).toBeDefined();
  });

  it('tries again before it gives up where there is no session to keep', async () => {
    const { connector, options } = setup([
      unavailable(),
      unavailable(),
      ok(authResponse()),
    ]);
    await connector.refreshSession({ scopes });
    expect(options.wait.mock.calls).toEqual([[500], [1500]]);
  });

  it('does not ask again at once after a refusal, but after a sign-in', async () => {
    const { connector, plugin, clock } = setup([noSession]);
    await expect(connector.refreshSession({ scopes })).rejects.toThrow();
    await expect(connector.refreshSession({ scopes })).rejects.toThrow();
    expect(plugin.requests).toHaveLength(1);
    clock.now += 30_001;
    await expect(connector.refreshSession({ scopes })).rejects.toThrow();
    expect(plugin.requests).toHaveLength(2);
    await connector.createSession({ scopes, instantPopup: true });
    await connector.refreshSession({ scopes });
    expect(plugin.requests).toHaveLength(2);
  });

  it('costs one refresh for 100 calls near the end of the session', async () => {
    const { connector, plugin } = setup([
      ok(authResponse({ expiresInSeconds: 100 })),
    ]);
    const oauth2 = OAuth2.create({ authConnector: connector });
    await Promise.all(
      Array.from({ length: 100 }, () => oauth2.getIdToken({ optional: true })),
    );
    for (let i = 0; i < 100; i++) {
      expect(await oauth2.getIdToken({ optional: true })).toBe('id-token');
    }
    expect(plugin.requests).toHaveLength(1);
  });

  it('asks again for a token that has lapsed and may be renewed later, now and then', async () => {
    const lapsed = { connected: true, idToken: '', expiresInSeconds: 0 };
    const { connector, plugin, clock } = setup([
      ok(authResponse(lapsed)),
      ok(authResponse({ connected: true, idToken: 'renewed' })),
    ]);
    const oauth2 = OAuth2.create({ authConnector: connector });
    expect(await oauth2.getIdToken({ optional: true })).toBe('');
    expect(await oauth2.getIdToken({ optional: true })).toBe('');
    expect(plugin.requests).toHaveLength(1);
    clock.now += 30_001;
    expect(await oauth2.getIdToken({ optional: true })).toBe('renewed');
  });

  it('asks for the ID token when its own expiry is near, though nothing else ends', async () => {
    const exp = Math.floor(Date.now() / 1000) + 3_600;
    const idToken = `e30.${btoa(JSON.stringify({ exp }))}.signature`;
    const { connector, plugin, clock } = setup([
      ok(authResponse({ connected: true, idToken, expiresInSeconds: 86_400 })),
      ok(authResponse({ connected: true, idToken: '' })),
    ]);
    clock.now = Date.now();
    const oauth2 = OAuth2.create({ authConnector: connector });
    expect(await oauth2.getIdToken()).toBe(idToken);
    jest.spyOn(Date, 'now').mockReturnValue((exp - 60) * 1000);
    clock.now = Date.now();
    expect(await oauth2.getIdToken()).toBe('');
    expect(await oauth2.getIdToken()).toBe('');
    expect(plugin.requests).toHaveLength(2);
  });

  it('opens a popup at once when asked to, of the wanted size', async () => {
    const popupOptions = { size: { width: 600, height: 800 } };
    const { connector, options } = setup([noSession], { popupOptions });
    await connector.createSession({ scopes, instantPopup: true });
    expect(options.showPopup).toHaveBeenCalledTimes(1);
    const [address, size] = options.showPopup.mock.calls[0];
    const url = new URL(address);
    expect(url.pathname).toBe('/api/auth/spectrocloud/start');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      scope: 'openid',
      origin: 'http://localhost',
      flow: 'popup',
      env: 'production',
    });
    expect(size).toBe(popupOptions);
    expect(options.onSignedIn).toHaveBeenCalledTimes(1);
  });

  it('asks with the dialog of the framework otherwise, once for all who wait', async () => {
    const { connector, options } = setup([noSession]);
    const seen: number[] = [];
    options.oauthRequestApi.authRequest$().subscribe(requests => {
      seen.push(requests.length);
      requests[0]?.trigger();
    });
    const sessions = await Promise.all([
      connector.createSession({ scopes }),
      connector.createSession({ scopes }),
    ]);
    expect(sessions[0]).toBe(sessions[1]);
    expect(Math.max(...seen)).toBe(1);
  });

  it('leaves the page to sign in where the redirect flow is on', async () => {
    const { connector, options } = setup([noSession], { redirect: true });
    connector.createSession({ scopes, instantPopup: true });
    await new Promise(resolve => setTimeout(resolve));
    const url = new URL(options.navigate.mock.calls[0][0]);
    expect(url.searchParams.get('flow')).toBe('redirect');
    expect(url.searchParams.get('redirectUrl')).toBe(window.location.href);
    expect(options.showPopup).not.toHaveBeenCalled();
  });

  it('goes back to a page without its query where that is too long to travel on', async () => {
    window.history.replaceState({}, '', `/page?filter=${'x'.repeat(2_000)}`);
    const { connector, options } = setup([noSession], { redirect: true });
    connector.createSession({ scopes, instantPopup: true });
    await new Promise(resolve => setTimeout(resolve));
    window.history.replaceState({}, '', '/');
    const url = new URL(options.navigate.mock.calls[0][0]);
    expect(url.searchParams.get('redirectUrl')).toBe('http://localhost/page');
  });

  it('binds the login to the Backstage user before the dialog appears where Palette is the second provider', async () => {
    const { connector, options, fetchApi, plugin } = setup(
      [() => new Response(null, { status: 204 })],
      { isSecondProvider: async () => true },
    );
    let ticketsAtDialog = 0;
    options.oauthRequestApi.authRequest$().subscribe(requests => {
      ticketsAtDialog = plugin.requests.length;
      requests[0]?.trigger();
    });
    await connector.createSession({ scopes });
    expect(ticketsAtDialog).toBe(1);
    expect(plugin.requests).toEqual([
      {
        method: 'POST',
        url: new URL('http://backend/api/auth/spectrocloud/connect-ticket'),
      },
    ]);
    expect(fetchApi.fetch.mock.calls[0][1]?.body).toBe(
      '{"environment":"production"}',
    );
  });

  it('binds each try to the user anew, since the login that failed has used the ticket up', async () => {
    const ticket = () => new Response(null, { status: 204 });
    const { connector, plugin } = setup(
      [ticket, ticket, ok(authResponse({ connected: true }))],
      {
        isSecondProvider: async () => true,
        showPopup: jest
          .fn(async () => authResponse({ connected: true }))
          .mockRejectedValueOnce(new Error('Palette denied the sign-in')),
      },
    );
    const signIn = { scopes, instantPopup: true };
    await expect(connector.createSession(signIn)).rejects.toThrow('denied');
    await connector.createSession(signIn);
    expect(plugin.requests.map(({ url }) => url.pathname)).toEqual([
      '/api/auth/spectrocloud/connect-ticket',
      '/api/auth/spectrocloud/connect-ticket',
      '/api/auth/spectrocloud/refresh',
    ]);
  });

  describe('when the popup window seems to have been closed', () => {
    const closed = Object.assign(new Error('closed too early'), {
      name: 'PopupClosedError',
    });
    const showPopup = async () => {
      throw closed;
    };
    const signIn = { scopes, instantPopup: true };

    it('goes on with the session that has begun nevertheless', async () => {
      const { connector, options } = setup([ok(authResponse())], { showPopup });
      const session = await connector.createSession(signIn);
      expect(session.providerInfo.idToken).toBe('id-token');
      expect(options.onSignedIn).toHaveBeenCalledTimes(1);
    });

    it('says so once the back end knows of none', async () => {
      const { connector, plugin } = setup([noSession], { showPopup });
      await expect(connector.createSession(signIn)).rejects.toBe(closed);
      expect(plugin.requests).toHaveLength(1);
    });

    it('takes the session that there was before for no sign-in', async () => {
      const { connector } = setup([ok(authResponse())], { showPopup });
      await connector.refreshSession({ scopes });
      await expect(connector.createSession(signIn)).rejects.toBe(closed);
    });

    it('asks nothing after another failure', async () => {
      const { connector, plugin } = setup([ok(authResponse())], {
        showPopup: async () => {
          throw new Error('Palette denied the sign-in');
        },
      });
      await expect(connector.createSession(signIn)).rejects.toThrow('denied');
      expect(plugin.requests).toEqual([]);
    });
  });

  it('takes the session of a connection only as the user who began it', async () => {
    const connected = authResponse({ connected: true, idToken: 'confirmed' });
    const { connector, fetchApi, plugin } = setup(
      [() => new Response(null, { status: 204 }), ok(connected)],
      {
        isSecondProvider: async () => true,
        showPopup: async () => authResponse({ connected: true }),
      },
    );
    const session = await connector.createSession({
      scopes,
      instantPopup: true,
    });
    expect(session.providerInfo.idToken).toBe('confirmed');
    expect(plugin.requests.map(({ url }) => url.pathname)).toEqual([
      '/api/auth/spectrocloud/connect-ticket',
      '/api/auth/spectrocloud/refresh',
    ]);
    expect(fetchApi.fetch).toHaveBeenCalledTimes(2);
  });

  it('proves who the Backstage user is only after the back end asked for it', async () => {
    const wantsToken = () =>
      errorResponse(401, {
        name: BACKSTAGE_TOKEN_REQUIRED_ERROR,
        message: 'Whose session is it?',
      });
    const { connector, fetchApi, plugin } = setup(
      [wantsToken, ok(authResponse({ connected: true }))],
      { isSecondProvider: async () => true },
    );
    await connector.refreshSession({ scopes });
    expect(plugin.requests).toHaveLength(2);
    expect(fetchApi.fetch).toHaveBeenCalledTimes(1);
    expect(plugin.requests[1].url.pathname).toContain('/refresh');
  });

  it('does not wait for an identity that this session itself would bring', async () => {
    const { connector, plugin } = setup([
      () =>
        errorResponse(401, {
          name: BACKSTAGE_TOKEN_REQUIRED_ERROR,
          message: 'Whose session is it?',
        }),
    ]);
    await expect(connector.refreshSession({ scopes })).rejects.toThrow(
      'Whose session is it?',
    );
    expect(plugin.requests).toHaveLength(1);
  });

  it('tells the back end about a sign-out, and goes where it says', async () => {
    const { connector, options, plugin } = setup([
      () =>
        new Response('{"logoutUrl":"https://palette.example/logout"}', {
          headers: { 'Content-Type': 'application/json' },
        }),
    ]);
    connector.removeSession();
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(plugin.requests[0].method).toBe('POST');
    expect(plugin.requests[0].url.pathname).toBe(
      '/api/auth/spectrocloud/logout',
    );
    expect(options.navigate).toHaveBeenCalledWith(
      'https://palette.example/logout',
    );
  });

  it.each([
    'http://evil.example/',
    'custom://localhost/logout',
    'data:,nothing',
    '/logout',
    '',
  ])('goes nowhere unsafe after a sign-out: %s', async logoutUrl => {
    const { connector, options } = setup([() => Response.json({ logoutUrl })]);
    await connector.removeSession();
    expect(options.navigate).not.toHaveBeenCalled();
  });

  it('joins the sign-in of another tab instead of opening a popup', async () => {
    const { connector, options } = setup([ok(authResponse())]);
    connector.requireSignIn();
    connector.signedInElsewhere();
    const session = await connector.createSession({
      scopes,
      instantPopup: true,
    });
    expect(session.providerInfo.idToken).toBe('id-token');
    expect(options.showPopup).not.toHaveBeenCalled();
  });

  it('opens a popup where the session that another tab brought is of no use', async () => {
    const { connector, options } = setup([ok(authResponse())]);
    connector.signedInElsewhere();
    await connector.refreshSession({ scopes });
    connector.requireSignIn();
    await connector.createSession({ scopes, instantPopup: true });
    expect(options.showPopup).toHaveBeenCalledTimes(1);
  });

  it('asks the user although a refresh is under way', async () => {
    const { connector, options } = setup([ok(authResponse())]);
    const oauth2 = OAuth2.create({ authConnector: connector });
    const refreshed = oauth2.getProfile({ optional: true });
    connector.requireSignIn();
    await oauth2.getAccessToken(undefined, { instantPopup: true });
    expect(await refreshed).toBeUndefined();
    expect(options.showPopup).toHaveBeenCalledTimes(1);
  });

  it('ends without the back end what another tab has ended', async () => {
    const { connector, plugin } = setup([noSession]);
    connector.signedOutElsewhere();
    await connector.removeSession();
    expect(plugin.requests).toHaveLength(0);
  });

  it('never goes on as another Backstage user', async () => {
    const { connector, options } = setup([ok(authResponse())], {
      showPopup: jest.fn(async () =>
        authResponse({ user: 'user:default/ada' }),
      ),
    });
    await connector.refreshSession({ scopes });
    await expect(
      connector.createSession({ scopes, instantPopup: true }),
    ).rejects.toMatchObject({ name: 'UserChangedError' });
    expect(options.onUserChanged).toHaveBeenCalledTimes(1);
  });

  describe('beside another provider whose user is not Palette’s', () => {
    const GITHUB = 'user:default/eve';
    const beside = {
      isSecondProvider: jest.fn(async () => true),
      backstageUser: jest.fn((): string | undefined => GITHUB),
    };
    const failed = Object.assign(new Error('Not yours (reference A)'), {
      name: 'OtherUserError',
    });
    const noContent = () => new Response(null, { status: 204 });

    it('says who asks, when it begins to sign in', async () => {
      const { connector, options } = setup([noContent], {
        ...beside,
        showPopup: async () => authResponse({ user: GITHUB }),
      });
      await connector.createSession({ scopes, instantPopup: true });
      const { searchParams } = new URL(options.showPopup.mock.calls[0][0]);
      expect(searchParams.get('expectedUser')).toBe(GITHUB);
    });

    it('takes no session of another user from the browser, and asks for it now and then only', async () => {
      const { connector, plugin } = setup([ok(authResponse())], beside);
      for (let attempt = 0; attempt < 2; attempt += 1) {
        await expect(connector.refreshSession({ scopes })).rejects.toThrow(
          /belongs to another Backstage user/,
        );
      }
      expect(plugin.requests).toHaveLength(1);
    });

    it('tells it in the dialog, and asks no more once that is closed', async () => {
      const { connector, options } = setup([noContent], {
        ...beside,
        showPopup: async () => {
          throw failed;
        },
      });
      const told: unknown[] = [];
      options.oauthRequestApi.authRequest$().subscribe(([request]) => {
        request?.trigger().catch(error => {
          told.push(error.message);
          request.reject();
        });
      });
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await expect(connector.createSession({ scopes })).rejects.toBe(failed);
      }
      expect(told).toEqual(['Not yours (reference A)']);
      expect(options.showPopup).toHaveBeenCalledTimes(1);
    });

    it('asks again when the user wants to', async () => {
      const answers = [Promise.reject(failed)];
      answers[0].catch(() => undefined);
      const { connector, options } = setup([noContent], {
        ...beside,
        showPopup: async () =>
          answers.shift() ?? authResponse({ user: GITHUB }),
      });
      options.oauthRequestApi.authRequest$().subscribe(([request]) => {
        request?.trigger().catch(() => request.reject());
      });
      await expect(connector.createSession({ scopes })).rejects.toBe(failed);
      connector.askAgain();
      const session = await connector.createSession({ scopes });
      expect(session.backstageIdentity?.identity.userEntityRef).toBe(GITHUB);
    });

    it('refuses what a back end lets pass that does not know the question', async () => {
      const { connector } = setup([noContent], beside);
      await expect(
        connector.createSession({ scopes, instantPopup: true }),
      ).rejects.toMatchObject({ name: 'OtherUserError' });
    });

    it('learns it from the address after leaving the page, and takes it out of there', async () => {
      window.history.replaceState(
        {},
        '',
        '/catalog?kind=a&error=x&error_code=other_user',
      );
      const { connector, options } = setup([noContent], {
        ...beside,
        redirect: true,
      });
      expect(window.location.search).toBe('?kind=a');
      await expect(connector.createSession({ scopes })).rejects.toMatchObject({
        name: 'OtherUserError',
      });
      expect(options.navigate).not.toHaveBeenCalled();
      window.history.replaceState({}, '', '/');
    });
  });
});
