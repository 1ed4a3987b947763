import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';
import { askingPlugin, type Question } from './__testUtils__/askingPlugin';

jest.setTimeout(60_000);

const DANA = 'dev.dana@acme.example';
const ADA = 'ada.admin@spectro.example';
const STATIC_TOKEN = 'a-static-token-of-some-ci-job';
const SESSION_TOKEN = '/spectrocloud/session-token';
const ID_TOKEN = '/spectrocloud/id-token';
const BODY = { environment: 'development' };
const OWN_ROUTES: Array<[string, string]> = [
  ['POST', '/spectrocloud/connect-ticket'],
  ['GET', '/spectrocloud/sessions'],
  ['DELETE', '/spectrocloud/sessions'],
  ['DELETE', '/spectrocloud/sessions/some-id'],
];

describe('the hand-out of tokens, with the real auth services', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  let dana: PaletteBrowser;
  let ada: PaletteBrowser;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      features: [
        askingPlugin('kubernetes'),
        askingPlugin('trusted'),
        askingPlugin('other'),
      ],
      config: {
        backend: {
          auth: {
            externalAccess: [
              {
                type: 'static',
                options: { token: STATIC_TOKEN, subject: 'ci' },
              },
            ],
          },
        },
        spectrocloud: { tokenCache: { trustedPlugins: ['trusted'] } },
      },
    });
    dana = new PaletteBrowser(backend);
    await dana.signIn(DANA);
    ada = new PaletteBrowser(backend);
    await ada.signIn(ADA);
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  async function ask(
    browser: PaletteBrowser,
    plugin: string,
    question: Question,
  ): Promise<{ status: number; text: string }> {
    const response = await browser.fetch(`/api/${plugin}/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
    });
    return response.json();
  }

  const direct = (path: string, method: string, headers: object = {}) =>
    fetch(`${backend.baseUrl}/api/auth${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: method === 'POST' ? JSON.stringify(BODY) : undefined,
    });

  it('gives a trusted plugin the token of its caller, and of nobody else', async () => {
    const tokens = [];
    for (const [browser, email] of [
      [dana, DANA],
      [ada, ADA],
    ] as const) {
      const { status, text } = await ask(browser, 'trusted', {
        path: SESSION_TOKEN,
        // Whom a request names besides its credentials makes no difference.
        body: { ...BODY, userEntityRef: 'user:default/ada', email: ADA },
      });
      expect(status).toBe(200);
      const answer = JSON.parse(text);
      expect(answer.identity.email).toBe(email);
      tokens.push(answer.token);
      const me = await fetch(`${palette.url}/v1/users/me`, {
        headers: { Authorization: answer.token },
      });
      expect((await me.json()).spec.emailId).toBe(email);
    }
    expect(new Set(tokens).size).toBe(2);
  });

  it('gives the kubernetes plugin the ID token of its caller, and nothing else', async () => {
    const { status, text } = await ask(dana, 'kubernetes', {
      path: ID_TOKEN,
      body: BODY,
    });
    expect(status).toBe(200);
    const { idToken } = JSON.parse(text);
    const claims = JSON.parse(
      Buffer.from(idToken.split('.')[1], 'base64url').toString(),
    );
    expect(claims.email).toBe(DANA);
    const { status: refused } = await ask(dana, 'kubernetes', {
      path: SESSION_TOKEN,
      body: BODY,
    });
    expect(refused).toBe(403);
  });

  it.each([
    ['other', SESSION_TOKEN],
    ['other', ID_TOKEN],
    ['trusted', ID_TOKEN],
  ])('gives the plugin %s nothing of %s', async (plugin, path) => {
    const { status, text } = await ask(dana, plugin, { path, body: BODY });
    expect(status).toBe(403);
    expect(text).not.toContain('eyJ');
  });

  it.each(['trusted', 'kubernetes', 'other'])(
    'gives the plugin %s nothing with its own service credentials',
    async plugin => {
      for (const path of [SESSION_TOKEN, ID_TOKEN]) {
        const { status } = await ask(dana, plugin, {
          path,
          body: BODY,
          as: 'own',
        });
        expect(status).toBe(403);
      }
    },
  );

  it.each(['trusted', 'kubernetes', 'other'])(
    'does not let the plugin %s list, revoke or connect for a user',
    async plugin => {
      for (const [method, path] of OWN_ROUTES) {
        const { status } = await ask(dana, plugin, {
          path,
          method,
          body: method === 'POST' ? BODY : undefined,
        });
        expect(status).toBe(403);
      }
      expect((await dana.refresh()).status).toBe(200);
    },
  );

  it.each([
    ['nobody', {}, 401],
    [
      'a forged token',
      { Authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
      401,
    ],
    ['a static token', { Authorization: `Bearer ${STATIC_TOKEN}` }, 403],
  ])('gives %s nothing', async (_, headers, expected) => {
    const routes: Array<[string, string]> = [
      ['POST', SESSION_TOKEN],
      ['POST', ID_TOKEN],
      ...OWN_ROUTES,
    ];
    for (const [method, path] of routes) {
      const response = await direct(path, method, headers);
      expect([path, response.status]).toEqual([path, expected]);
      expect(await response.text()).not.toContain('"token"');
    }
  });

  it('gives a browser no token, only the sessions and the ticket', async () => {
    for (const path of [SESSION_TOKEN, ID_TOKEN]) {
      const response = await dana.fetch(`/api/auth${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(BODY),
      });
      expect(response.status).toBe(403);
    }
    const sessions = await dana.fetch('/api/auth/spectrocloud/sessions');
    expect(sessions.status).toBe(200);
    const body = await sessions.json();
    expect(body.sessions).toMatchObject([
      { environment: 'development', current: true, email: DANA },
    ]);
    expect(JSON.stringify(body)).not.toContain('eyJ');
    expect((await dana.fetchConnectTicket()).status).toBe(204);
  });

  it('does not let a user revoke the sessions of another', async () => {
    const sessions = await ada.fetch('/api/auth/spectrocloud/sessions');
    const [{ id }] = (await sessions.json()).sessions;
    const response = await dana.fetch(`/api/auth/spectrocloud/sessions/${id}`, {
      method: 'DELETE',
    });
    expect(response.status).toBe(404);
    expect((await ada.refresh()).status).toBe(200);
  });

  it.each([
    ['no environment', {}, 400],
    ['an environment that is not served', { environment: 'production' }, 404],
    ['a malformed hash', { ...BODY, refusedTokenSha256: 'x' }, 400],
    ['a cookie of another shape', { ...BODY, sealedCookie: { a: 1 } }, 400],
  ])('answers %s with %s', async (_, body, expected) => {
    const { status } = await ask(dana, 'trusted', {
      path: SESSION_TOKEN,
      body,
    });
    expect(status).toBe(expected);
  });

  it('asks users without a session to sign in to Palette again', async () => {
    const guest = new PaletteBrowser(backend);
    await guest.signIn(ADA);
    await guest.fetch('/api/auth/spectrocloud/sessions', { method: 'DELETE' });
    const { status, text } = await ask(guest, 'trusted', {
      path: SESSION_TOKEN,
      body: BODY,
    });
    expect(status).toBe(401);
    expect(JSON.parse(text).error).toMatchObject({
      name: 'ReauthenticationRequiredError',
      environment: 'development',
    });
  });

  it.each([
    ['a sign-out', (browser: PaletteBrowser) => browser.signOut()],
    [
      'a sign-out everywhere from another browser',
      async () => {
        const other = new PaletteBrowser(backend);
        await other.signIn(ADA);
        return other.fetch('/api/auth/spectrocloud/sessions', {
          method: 'DELETE',
        });
      },
    ],
  ])(
    'ends at once in the same process with %s, whatever readers remember',
    async (_, end) => {
      const browser = new PaletteBrowser(backend);
      await ada.fetch('/api/auth/spectrocloud/sessions', { method: 'DELETE' });
      await browser.signIn(ADA);
      const authorization = `Bearer ${browser.backstageToken}`;
      const me = () =>
        fetch(`${backend.baseUrl}/api/spectrocloud/users/me`, {
          headers: { authorization, 'Cache-Control': 'no-cache' },
        });
      expect((await me()).status).toBe(200);
      await end(browser);
      const response = await me();
      expect(response.status).toBe(401);
      expect(response.headers.get('X-SpectroCloud-ReAuth-Required')).toBe(
        'true',
      );
    },
  );

  it.each([
    ['one that is trusted', 'trusted', 'succeeded'],
    ['one that is not', 'other', 'failed'],
  ] as const)(
    'is audited for %s, without the tokens',
    async (_, plugin, status) => {
      const before = backend.logs.length;
      await ask(dana, plugin, { path: SESSION_TOKEN, body: BODY });
      const events = backend.logs
        .slice(before)
        .filter(line => line.includes('spectrocloud-token-hand-out'));
      expect(events.map(line => JSON.parse(line).status)).toEqual([
        'initiated',
        status,
      ]);
      expect(events.join()).toContain('user:default/dev.dana');
      expect(events.join()).toContain(`plugin:${plugin}`);
      expect(events.join()).not.toContain('eyJ');
    },
  );
});
