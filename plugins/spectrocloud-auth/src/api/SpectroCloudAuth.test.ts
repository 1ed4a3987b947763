import { OAuthRequestManager } from '@backstage/core-app-api';
import { SessionState } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  authResponse,
  errorResponse,
  fakeAuthPlugin,
  noSession,
  ok,
} from '../__testUtils__/fakeAuthPlugin';
import { installFakeBroadcastChannel } from '../__testUtils__/fakeTabs';
import { SpectroCloudAuth } from './SpectroCloudAuth';

const IDENTITY = {
  type: 'user' as const,
  userEntityRef: 'user:default/guest',
  ownershipEntityRefs: [],
};

/** A tab whose cookies are those of the back end that `answers` stand for. */
function openTab(
  answers: Array<() => Response>,
  options: { signedInBy?: 'another provider'; byRedirect?: boolean } = {},
) {
  const plugin = fakeAuthPlugin(...answers);
  const userFetch = jest.fn(plugin.fetch);
  const identityApi = mockApis.identity.mock({
    getBackstageIdentity: () =>
      options.signedInBy
        ? Promise.resolve(IDENTITY)
        : // The framework's identity waits for the sign-in.
          new Promise(() => {}),
    signOut: async () => {},
  });
  const oauthRequestApi = new OAuthRequestManager();
  const reload = jest.fn();
  const auth = SpectroCloudAuth.create({
    configApi: mockApis.config({
      data: {
        auth: { environment: 'test' },
        enableExperimentalRedirectFlow: options.byRedirect ?? false,
      },
    }),
    discoveryApi: mockApis.discovery({ baseUrl: 'http://backend' }),
    fetchApi: { fetch: userFetch },
    fetch: plugin.fetch,
    identityApi,
    oauthRequestApi,
    reload,
  });
  return { auth, plugin, userFetch, identityApi, oauthRequestApi, reload };
}

/** A popup in which the user signs in at once. */
function signInInPopup(response = authResponse()) {
  const popup = { closed: false };
  return jest.spyOn(window, 'open').mockImplementation(() => {
    setTimeout(() => {
      const event = new MessageEvent('message', {
        data: { type: 'authorization_response', response },
        origin: 'http://backend',
      });
      Object.defineProperty(event, 'source', { value: popup });
      window.dispatchEvent(event);
    });
    return popup as unknown as Window;
  });
}

const nextTask = () => new Promise(resolve => setTimeout(resolve, 5));

describe('SpectroCloudAuth', () => {
  beforeEach(() => installFakeBroadcastChannel());
  afterEach(() => jest.restoreAllMocks());

  it('signs in as the only provider, without an identity to wait for', async () => {
    const open = signInInPopup();
    const { auth } = openTab([noSession]);
    expect(await auth.getBackstageIdentity({ optional: true })).toBeUndefined();
    const identity = await auth.getBackstageIdentity({ instantPopup: true });
    expect(identity?.identity.userEntityRef).toBe('user:default/dana');
    expect(new URL(String(open.mock.calls[0][0])).searchParams.get('env')).toBe(
      'test',
    );
    expect(await auth.getIdToken()).toBe('id-token');
    expect((await auth.getProfile())?.email).toBe('dana@acme.example');
  });

  it('asks for a new sign-in where the ID token has lapsed before the session', async () => {
    signInInPopup(authResponse({ idToken: 'new' }));
    const { auth, oauthRequestApi } = openTab([
      ok(authResponse({ idToken: '' })),
    ]);
    const dialogs: unknown[] = [];
    oauthRequestApi.authRequest$().subscribe(([request]) => {
      if (!request) return;
      // The second ID token that is asked for makes the same dialog come again.
      if (dialogs.push(request) === 1) setTimeout(request.trigger);
    });
    expect(await auth.getIdToken({ optional: true })).toBe('');
    expect(dialogs).toEqual([]);
    expect(await Promise.all([auth.getIdToken(), auth.getIdToken()])).toEqual([
      'new',
      'new',
    ]);
    expect(await auth.getIdToken({ optional: true })).toBe('new');
  });

  it('keeps the session of a user who declines to sign in for an ID token', async () => {
    const { auth, oauthRequestApi } = openTab([
      ok(authResponse({ idToken: '' })),
    ]);
    oauthRequestApi.authRequest$().subscribe(([request]) => request?.reject());
    await expect(auth.getIdToken()).rejects.toThrow('rejected by user');
    expect((await auth.getProfile({ optional: true }))?.email).toBe(
      'dana@acme.example',
    );
  });

  it.each([
    [false, /stays as it is/],
    [true, /what you typed here is lost/],
  ])(
    'says what becomes of the page (redirect: %s)',
    async (byRedirect, text) => {
      const { auth, oauthRequestApi } = openTab(
        [ok(authResponse({ idToken: '' }))],
        { byRedirect },
      );
      const messages: unknown[] = [];
      oauthRequestApi.authRequest$().subscribe(([request]) => {
        if (!request) return;
        messages.push(request.provider.message);
        request.reject();
      });
      await expect(auth.getIdToken()).rejects.toThrow('rejected by user');
      expect(messages).toEqual([expect.stringMatching(text)]);
    },
  );

  it('has the API token only where the back end exposes it', async () => {
    const hidden = openTab([ok(authResponse())]);
    expect(await hidden.auth.getSpectroCloudApiToken()).toBeUndefined();
    const exposed = openTab([ok(authResponse({ accessToken: 'session' }))]);
    expect(await exposed.auth.getSpectroCloudApiToken()).toBe('session');
    const signedOut = openTab([noSession]);
    expect(await signedOut.auth.getSpectroCloudApiToken()).toBeUndefined();
  });

  it('says why when it is not known whether there is a session', async () => {
    jest.useFakeTimers();
    const { auth } = openTab([
      () =>
        errorResponse(503, {
          name: 'ServiceUnavailableError',
          message: 'The database is being moved',
        }),
    ]);
    const asked = auth.getBackstageIdentity({ optional: true });
    const reason = asked.catch(error => error.message);
    await jest.advanceTimersByTimeAsync(5_000);
    jest.useRealTimers();
    expect(await reason).toBe('The database is being moved');
  });

  it('reaches the other tabs with a sign-out, who show the sign-in page without asking the back end', async () => {
    const here = openTab([
      ok(authResponse()),
      () => new Response(null, { status: 200 }),
    ]);
    const there = openTab([ok(authResponse())]);
    await here.auth.getBackstageIdentity();
    await there.auth.getBackstageIdentity();
    await here.auth.signOut();
    await nextTask();
    expect(here.plugin.requests.map(({ url }) => url.pathname)).toEqual([
      '/api/auth/spectrocloud/refresh',
      '/api/auth/spectrocloud/logout',
    ]);
    expect(there.plugin.requests).toHaveLength(1);
    expect(there.reload).toHaveBeenCalledTimes(1);
    expect(here.reload).not.toHaveBeenCalled();
  });

  it('leaves the page of a tab alone that did not sign in with Palette', async () => {
    const here = openTab([
      ok(authResponse({ connected: true })),
      () => new Response(null, { status: 200 }),
    ]);
    const there = openTab([ok(authResponse({ connected: true }))], {
      signedInBy: 'another provider',
    });
    await there.auth.getIdToken();
    await here.auth.getIdToken();
    await here.auth.signOut();
    await nextTask();
    expect(there.reload).not.toHaveBeenCalled();
    const states: SessionState[] = [];
    there.auth.sessionState$().subscribe(state => states.push(state));
    await nextTask();
    expect(states).toEqual([SessionState.SignedOut]);
  });

  it('reaches the other tabs with a sign-in', async () => {
    signInInPopup();
    const here = openTab([noSession]);
    const there = openTab([noSession]);
    const states: SessionState[] = [];
    there.auth.sessionState$().subscribe(state => states.push(state));
    await there.auth.getBackstageIdentity({ optional: true });
    there.plugin.answers[0] = ok(authResponse());
    await here.auth.getBackstageIdentity({ instantPopup: true });
    await nextTask();
    expect(states).toEqual([SessionState.SignedOut, SessionState.SignedIn]);
  });

  it('answers the dialog of another tab that waits for the same sign-in', async () => {
    const open = signInInPopup();
    const here = openTab([noSession]);
    const there = openTab([noSession]);
    const waiting = there.auth.getIdToken();
    await nextTask();
    await new Promise(resolve => setTimeout(resolve, 120));
    there.plugin.answers[0] = ok(authResponse({ idToken: 'shared' }));
    await here.auth.getIdToken({ instantPopup: true });
    expect(await waiting).toBe('shared');
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('loads the page again when another tab signed in as another user', async () => {
    signInInPopup(authResponse({ user: 'user:default/ada' }));
    const there = openTab([ok(authResponse())]);
    await there.auth.getBackstageIdentity();
    there.plugin.answers[0] = ok(authResponse({ user: 'user:default/ada' }));
    const here = openTab([noSession]);
    await here.auth.getBackstageIdentity({ instantPopup: true });
    await nextTask();
    expect(there.reload).toHaveBeenCalledTimes(1);
  });

  it('loads all tabs again when one that was signed in signs in as another user', async () => {
    signInInPopup(authResponse({ user: 'user:default/ada' }));
    const [here, there] = [
      openTab([ok(authResponse())]),
      openTab([ok(authResponse())]),
    ];
    await here.auth.getBackstageIdentity();
    await there.auth.getBackstageIdentity();
    there.plugin.answers[0] = ok(authResponse({ user: 'user:default/ada' }));
    await expect(here.auth.signInAgain()).rejects.toMatchObject({
      name: 'UserChangedError',
    });
    await nextTask();
    expect(here.reload).toHaveBeenCalledTimes(1);
    expect(there.reload).toHaveBeenCalledTimes(1);
  });

  it('connects Palette as the second provider with a ticket of the signed-in user', async () => {
    signInInPopup(authResponse({ connected: true }));
    const { auth, plugin, userFetch } = openTab(
      [
        noSession,
        () => new Response(null, { status: 204 }),
        ok(authResponse({ connected: true })),
      ],
      { signedInBy: 'another provider' },
    );
    expect(await auth.getIdToken({ instantPopup: true })).toBe('id-token');
    expect(plugin.requests[1].url.pathname).toBe(
      '/api/auth/spectrocloud/connect-ticket',
    );
    expect(userFetch).toHaveBeenCalledTimes(2);
  });

  it('still knows the signed-in user while the other provider fetches a new token', async () => {
    signInInPopup(authResponse({ connected: true }));
    const { auth, plugin, identityApi } = openTab(
      [
        noSession,
        () => new Response(null, { status: 204 }),
        ok(authResponse({ connected: true })),
      ],
      { signedInBy: 'another provider' },
    );
    await nextTask();
    identityApi.getBackstageIdentity.mockReturnValue(new Promise(() => {}));
    await auth.getIdToken({ instantPopup: true });
    expect(plugin.requests.map(({ url }) => url.pathname)).toEqual([
      '/api/auth/spectrocloud/refresh',
      '/api/auth/spectrocloud/connect-ticket',
      '/api/auth/spectrocloud/refresh',
    ]);
  });

  it('lists sessions, ends one, and ends all together with the page', async () => {
    const sessions = [{ id: 'a/b', environment: 'test' }];
    const { auth, plugin, identityApi } = openTab([
      ok(authResponse()),
      () => new Response(JSON.stringify({ sessions })),
      () => new Response(null, { status: 204 }),
    ]);
    await auth.getBackstageIdentity();
    expect(await auth.listSessions()).toEqual(sessions);
    await auth.endSessions('a/b');
    expect(plugin.requests.at(-1)).toMatchObject({
      method: 'DELETE',
      url: { pathname: '/api/auth/spectrocloud/sessions/a%2Fb' },
    });
    expect(identityApi.signOut).not.toHaveBeenCalled();
    await auth.endSessions();
    expect(plugin.requests.at(-1)).toMatchObject({
      method: 'DELETE',
      url: { pathname: '/api/auth/spectrocloud/sessions' },
    });
    expect(identityApi.signOut).toHaveBeenCalledTimes(1);
  });

  describe('reauthentication', () => {
    it('refreshes silently, however fresh the session is', async () => {
      const { auth, plugin } = openTab([
        ok(authResponse()),
        ok(authResponse({ idToken: 'newer' })),
      ]);
      await auth.getIdToken();
      expect(await auth.reauthentication.refresh('test')).toBe(true);
      expect(plugin.requests).toHaveLength(2);
      expect(await auth.getIdToken()).toBe('newer');
    });

    it('knows when the back end refuses', async () => {
      const { auth } = openTab([ok(authResponse()), noSession]);
      await auth.getIdToken();
      expect(await auth.reauthentication.refresh('test')).toBe(false);
    });

    it('asks the user in one dialog, whatever session there is', async () => {
      signInInPopup(authResponse({ idToken: 'newest' }));
      const { auth, oauthRequestApi } = openTab([ok(authResponse())]);
      await auth.getIdToken();
      oauthRequestApi.authRequest$().subscribe(([request]) => {
        request?.trigger();
      });
      await auth.reauthentication.signIn('test');
      expect(await auth.getIdToken()).toBe('newest');
    });

    it('rejects with the name of the framework when the user declines', async () => {
      const { auth, oauthRequestApi } = openTab([noSession]);
      oauthRequestApi.authRequest$().subscribe(([request]) => {
        request?.reject();
      });
      await expect(auth.reauthentication.signIn('test')).rejects.toMatchObject({
        name: 'RejectedError',
      });
    });

    it('signs out of Backstage where Palette is how the user signed in', async () => {
      const { auth, identityApi } = openTab([ok(authResponse())]);
      await auth.getBackstageIdentity();
      await auth.reauthentication.signOut('test');
      expect(identityApi.signOut).toHaveBeenCalledTimes(1);
    });

    it('signs out of Palette alone where it is the second provider', async () => {
      const { auth, identityApi, plugin } = openTab(
        [
          ok(authResponse({ connected: true })),
          () => new Response(null, { status: 200 }),
        ],
        { signedInBy: 'another provider' },
      );
      await auth.getIdToken();
      await auth.reauthentication.signOut('test');
      expect(identityApi.signOut).not.toHaveBeenCalled();
      expect(plugin.requests.at(-1)?.url.pathname).toContain('/logout');
    });

    it('keeps a session for each environment', async () => {
      const { auth, plugin } = openTab([ok(authResponse())]);
      await auth.reauthentication.getEmail('test');
      await auth.reauthentication.getEmail('sandbox');
      expect(
        plugin.requests.map(({ url }) => url.searchParams.get('env')),
      ).toEqual(['test', 'sandbox']);
    });
  });
});
