import {
  REAUTHENTICATION_REQUIRED_HEADER,
  SESSION_TOKEN_HEADER,
  USER_EMAIL_HEADER,
} from '../names';
import { createReauthenticatingFetch } from './createReauthenticatingFetch';
import type { ReauthenticationSession } from './ReauthenticationSession';

const URL = 'http://backend/api/spectrocloud/clusters';

const discoveryApi = {
  getBaseUrl: async (plugin: string) => `http://backend/api/${plugin}`,
};

/** A back end that accepts requests once the session has the wanted quality. */
function startBackend() {
  const state = { accepts: false, bodies: [] as unknown[] };
  const fetchApi = {
    fetch: jest.fn(async (_url: unknown, init?: RequestInit) => {
      state.bodies.push(init?.body);
      return state.accepts ? new Response('fine') : refusal();
    }),
  };
  return { state, fetchApi };
}

function refusal(environment?: string): Response {
  return new Response(
    JSON.stringify({
      error: { name: 'ReauthenticationRequiredError', environment },
    }),
    { status: 401, headers: { [REAUTHENTICATION_REQUIRED_HEADER]: 'true' } },
  );
}

function createSession(
  change: Partial<ReauthenticationSession> = {},
): jest.Mocked<ReauthenticationSession> {
  return {
    defaultEnvironment: 'production',
    getEmail: jest.fn(async () => 'dana@acme.example'),
    getApiToken: jest.fn(async () => undefined),
    refresh: jest.fn(async () => false),
    signIn: jest.fn(async () => {}),
    signOut: jest.fn(async () => {}),
    ...change,
  } as jest.Mocked<ReauthenticationSession>;
}

const declined = Object.assign(new Error('Login failed, rejected by user'), {
  name: 'RejectedError',
});

describe('createReauthenticatingFetch', () => {
  it('sends who the caller believes to be, and cookies, but no token', async () => {
    const { state, fetchApi } = startBackend();
    state.accepts = true;
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session: createSession(),
    });
    await fetch(URL, { headers: { 'X-Other': 'kept' } });
    const init = fetchApi.fetch.mock.calls[0][1]!;
    const headers = init.headers as Headers;
    expect(init.credentials).toBe('include');
    expect(headers.get(USER_EMAIL_HEADER)).toBe('dana@acme.example');
    expect(headers.get('X-Other')).toBe('kept');
    expect(headers.has(SESSION_TOKEN_HEADER)).toBe(false);
  });

  it('sends no e-mail that a header can not carry', async () => {
    const { state, fetchApi } = startBackend();
    state.accepts = true;
    const session = createSession({
      getEmail: async () => 'łucja@acme.example',
    });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    expect((await fetch(URL)).status).toBe(200);
    const headers = fetchApi.fetch.mock.calls[0][1]!.headers as Headers;
    expect(headers.has(USER_EMAIL_HEADER)).toBe(false);
  });

  it('sends the session token where the back end exposes it', async () => {
    const { state, fetchApi } = startBackend();
    state.accepts = true;
    const session = createSession({ getApiToken: async () => 'session-token' });
    await createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    }).fetch(URL);
    const headers = fetchApi.fetch.mock.calls[0][1]!.headers as Headers;
    expect(headers.get(SESSION_TOKEN_HEADER)).toBe('session-token');
  });

  it('tells no e-mail to a Palette whose environment is not known', async () => {
    const { state, fetchApi } = startBackend();
    state.accepts = true;
    const session = createSession();
    await createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
      environmentOf: () => undefined,
    }).fetch(URL);
    const headers = fetchApi.fetch.mock.calls[0][1]!.headers as Headers;
    expect(headers.has(USER_EMAIL_HEADER)).toBe(false);
    expect(session.getEmail).not.toHaveBeenCalled();
  });

  it('goes on after a silent refresh without asking the user', async () => {
    const { state, fetchApi } = startBackend();
    const session = createSession({
      refresh: jest.fn(async () => {
        state.accepts = true;
        return true;
      }),
    });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    expect(await (await fetch(URL)).text()).toBe('fine');
    expect(fetchApi.fetch).toHaveBeenCalledTimes(2);
    expect(session.signIn).not.toHaveBeenCalled();
  });

  it('asks once for ten requests, each of which then resolves after one retry', async () => {
    const { state, fetchApi } = startBackend();
    let finish = () => {};
    const session = createSession({
      signIn: jest.fn(
        () =>
          new Promise<void>(resolve => {
            finish = () => {
              state.accepts = true;
              resolve();
            };
          }),
      ),
    });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    const requests = Array.from({ length: 10 }, () => fetch(URL));
    await new Promise(resolve => setTimeout(resolve, 10));
    finish();
    const texts = await Promise.all(
      requests.map(async request => (await request).text()),
    );
    expect(texts).toEqual(Array(10).fill('fine'));
    expect(session.refresh).toHaveBeenCalledTimes(1);
    expect(session.signIn).toHaveBeenCalledTimes(1);
    expect(fetchApi.fetch).toHaveBeenCalledTimes(20);
  });

  it('does not ask again for a request that was on its way during the sign-in', async () => {
    let answerSlowly = (_: Response) => {};
    const answers = [
      () => new Promise<Response>(resolve => (answerSlowly = resolve)),
      async () => refusal(),
      async () => new Response('fast'),
      async () => new Response('slow'),
    ];
    const fetchApi = { fetch: jest.fn(() => answers.shift()!()) };
    const session = createSession();
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    const slow = fetch(URL);
    await new Promise(resolve => setTimeout(resolve));
    expect(await (await fetch(URL)).text()).toBe('fast');
    answerSlowly(refusal());
    expect(await (await slow).text()).toBe('slow');
    expect(session.signIn).toHaveBeenCalledTimes(1);
  });

  it('ends with the answer of the last attempt, however often the back end refuses', async () => {
    const { fetchApi } = startBackend();
    const session = createSession({ refresh: jest.fn(async () => true) });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    expect((await fetch(URL)).status).toBe(401);
    expect(fetchApi.fetch).toHaveBeenCalledTimes(3);
    expect(session.refresh).toHaveBeenCalledTimes(1);
    expect(session.signIn).toHaveBeenCalledTimes(1);
  });

  it('asks only once when the refresh was refused and the retry is, too', async () => {
    const { fetchApi } = startBackend();
    const session = createSession();
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    expect((await fetch(URL)).status).toBe(401);
    expect(fetchApi.fetch).toHaveBeenCalledTimes(2);
    expect(session.signIn).toHaveBeenCalledTimes(1);
  });

  it('signs the user out and says so by name when they decline', async () => {
    const { fetchApi } = startBackend();
    const session = createSession({
      signIn: jest.fn(() => Promise.reject(declined)),
    });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    const results = await Promise.allSettled([fetch(URL), fetch(URL)]);
    expect(results.map(r => r.status === 'rejected' && r.reason.name)).toEqual(
      Array(2).fill('ReauthenticationDeclinedError'),
    );
    expect(session.signIn).toHaveBeenCalledTimes(1);
    expect(session.signOut).toHaveBeenCalledTimes(1);
  });

  it('takes a decline in the sign-in dialog of the Backstage token for its own', async () => {
    const session = createSession();
    const fetchApi = { fetch: jest.fn(() => Promise.reject(declined)) };
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    const results = await Promise.allSettled([fetch(URL), fetch(URL)]);
    expect(results.map(r => r.status === 'rejected' && r.reason.name)).toEqual(
      Array(2).fill('ReauthenticationDeclinedError'),
    );
    expect(session.signOut).toHaveBeenCalledTimes(1);
    expect(session.signOut).toHaveBeenCalledWith('production');
  });

  it('hands on what made the sign-in fail without signing out', async () => {
    const { fetchApi } = startBackend();
    const session = createSession({
      signIn: jest.fn(() => Promise.reject(new Error('popup blocked'))),
    });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    await expect(fetch(URL)).rejects.toThrow('popup blocked');
    expect(session.signOut).not.toHaveBeenCalled();
  });

  it('signs in at the environment that the answer names', async () => {
    const answers = [refusal('sandbox'), new Response('fine')];
    const fetchApi = { fetch: jest.fn(async () => answers.shift()!) };
    const session = createSession();
    await createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    }).fetch(URL);
    expect(session.refresh).toHaveBeenCalledWith('sandbox');
    expect(session.signIn).toHaveBeenCalledWith('sandbox');
    expect(session.getEmail).toHaveBeenLastCalledWith('sandbox');
  });

  it('leaves other refusals alone', async () => {
    const fetchApi = {
      fetch: jest.fn(async () => new Response('', { status: 401 })),
    };
    const session = createSession();
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    expect((await fetch(URL)).status).toBe(401);
    expect(session.refresh).not.toHaveBeenCalled();
  });

  it('gives up waiting when the caller does, while others go on', async () => {
    const { state, fetchApi } = startBackend();
    let finish = () => {};
    const session = createSession({
      signIn: () =>
        new Promise<void>(resolve => {
          finish = resolve;
        }),
    });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    const controller = new AbortController();
    const given = fetch(URL, { signal: controller.signal });
    const kept = fetch(URL);
    await new Promise(resolve => setTimeout(resolve, 10));
    controller.abort(new Error('gone'));
    await expect(given).rejects.toThrow('gone');
    state.accepts = true;
    finish();
    expect(await (await kept).text()).toBe('fine');
  });

  it('sends the body of a request again', async () => {
    const { state, fetchApi } = startBackend();
    const session = createSession({
      signIn: async () => {
        state.accepts = true;
      },
    });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    await fetch(new Request(URL, { method: 'POST', body: 'typed by hand' }));
    const texts = await Promise.all(
      state.bodies.map(body => new Response(body as BodyInit).text()),
    );
    expect(texts).toEqual(['typed by hand', 'typed by hand']);
  });

  it('sends a body that can be read only once again', async () => {
    const { state, fetchApi } = startBackend();
    const session = createSession({
      signIn: async () => {
        state.accepts = true;
      },
    });
    const { fetch } = createReauthenticatingFetch({
      discoveryApi,
      fetchApi,
      session,
    });
    const body = new Response('streamed').body!;
    await fetch(URL, { method: 'POST', body });
    const texts = await Promise.all(
      state.bodies.map(sent => new Response(sent as BodyInit).text()),
    );
    expect(texts).toEqual(['streamed', 'streamed']);
  });

  describe('with what is not of the back end’s own plugins', () => {
    const session = () =>
      createSession({ getApiToken: jest.fn(async () => 'session-token') });

    it.each([
      'https://evil.example/api/spectrocloud/clusters',
      'http://backend.evil.example/api/spectrocloud/clusters',
      'http://backend@evil.example/api/spectrocloud/clusters',
      'http://backend/api/spectrocloud-other/clusters',
      'http://backend/api/spectrocloud/../proxy/evil',
      'http://backend/api/proxy/evil?next=/api/spectrocloud/',
      'plugin://proxy/evil',
      'plugin://spectrocloud@proxy/evil',
    ])(
      'sends %s nothing of the session and asks nobody to sign in',
      async url => {
        const asked = session();
        const answer = refusal('sandbox');
        const fetchApi = { fetch: jest.fn(async () => answer) };
        const { fetch } = createReauthenticatingFetch({
          discoveryApi,
          fetchApi,
          session: asked,
        });
        const init = { headers: { 'X-Other': 'kept' } };
        expect(await fetch(url, init)).toBe(answer);
        expect(fetchApi.fetch.mock.calls).toEqual([[url, init]]);
        expect(asked.getEmail).not.toHaveBeenCalled();
        expect(asked.getApiToken).not.toHaveBeenCalled();
        expect(asked.refresh).not.toHaveBeenCalled();
        expect(asked.signIn).not.toHaveBeenCalled();
      },
    );

    it('believes no 401 that a redirect led to', async () => {
      const answer = refusal('sandbox');
      Object.defineProperties(answer, {
        redirected: { value: true },
        url: { value: 'https://evil.example/' },
      });
      const asked = session();
      const fetchApi = { fetch: jest.fn(async () => answer) };
      const { fetch } = createReauthenticatingFetch({
        discoveryApi,
        fetchApi,
        session: asked,
      });
      expect((await fetch(URL)).status).toBe(401);
      expect(asked.refresh).not.toHaveBeenCalled();
    });

    it('knows the addresses that the front end’s fetch resolves by itself', async () => {
      const { state, fetchApi } = startBackend();
      state.accepts = true;
      const { fetch } = createReauthenticatingFetch({
        discoveryApi,
        fetchApi,
        session: session(),
      });
      await fetch('plugin://spectrocloud/clusters');
      const [url, init] = fetchApi.fetch.mock.calls[0];
      expect(url).toBe('plugin://spectrocloud/clusters');
      const headers = init!.headers as Headers;
      expect(headers.get(SESSION_TOKEN_HEADER)).toBe('session-token');
    });

    it('serves further plugins that are named', async () => {
      const { state, fetchApi } = startBackend();
      state.accepts = true;
      const { fetch } = createReauthenticatingFetch({
        discoveryApi,
        fetchApi,
        session: session(),
        plugins: ['costs'],
      });
      await fetch(new Request('http://backend/api/costs/of-clusters'));
      const headers = fetchApi.fetch.mock.calls[0][1]!.headers as Headers;
      expect(headers.get(SESSION_TOKEN_HEADER)).toBe('session-token');
    });
  });
});
