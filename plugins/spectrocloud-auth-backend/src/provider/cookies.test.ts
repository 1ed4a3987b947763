import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { ADA, createSessionToken } from '../__testUtils__/TestPalette';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

/** Attributes of the cookies that a response sets, by name. */
function setCookies(headers: Record<string, unknown>): Map<string, string> {
  const lines = [headers['set-cookie'] ?? []].flat().map(String);
  return new Map(
    lines
      .filter(line => !/^[^=]+=;/.test(line))
      .map(line => [
        line.slice(0, line.indexOf('=')),
        line.slice(line.indexOf(';') + 1).toLowerCase(),
      ]),
  );
}

/** As long as asked, and of ids, which don't pack well. */
async function createLongToken(length: number): Promise<string> {
  const projects: string[] = [];
  for (;;) {
    const token = await createSessionToken({ userUid: ADA.sub, projects });
    if (token.length >= length) {
      return token;
    }
    projects.push(randomBytes(12).toString('hex'));
  }
}

const HANDLE = 'spectrocloud-refresh-token';
const SECURE_HANDLE = `__Secure-${HANDLE}`;
const API_TOKEN = 'spectrocloud-api-token';
const SEALED = 'spectrocloud-sealed-session';
const SECURE_SEALED = `__Secure-${SEALED}`;
const THIRTY_DAYS_S = 30 * 24 * 3600;

describe('cookies on http at localhost', () => {
  const backend = useAuthBackend();

  it('hold an opaque handle and a sealed token, for scripts neither', async () => {
    const { palette } = backend;
    palette.sessionToken = await createSessionToken();
    const browser = backend.open();
    const { response } = await browser.answer(await browser.authorize());
    const cookies = setCookies(response.headers);
    expect(cookies.get(HANDLE)).toMatch(/httponly/);
    expect(cookies.get(HANDLE)).toMatch(/samesite=lax/);
    expect(cookies.get(HANDLE)).toMatch(/path=\/api\/auth\/spectrocloud(;|$)/);
    expect(cookies.get(HANDLE)).toContain(`max-age=${THIRTY_DAYS_S}`);
    expect(cookies.get(HANDLE)).not.toMatch(/secure|domain/);
    expect(cookies.get(SEALED)).toMatch(/httponly/);
    expect(cookies.get(SEALED)).toMatch(/samesite=lax/);
    expect(cookies.get(SEALED)).toMatch(/path=\/api\/auth\/spectrocloud(;|$)/);
    expect(cookies.get(SEALED)).not.toMatch(/secure|domain/);
    // The spectrocloud plugin's own comes with its first answer.
    expect(cookies.has(API_TOKEN)).toBe(false);

    const values = [...browser.cookies('/api/auth/spectrocloud')];
    expect(values.map(([name]) => name).sort()).toEqual([
      HANDLE,
      'spectrocloud-sealed-session',
    ]);
    expect([...browser.cookies('/api/kubernetes')]).toEqual([]);
    for (const [, value] of values) {
      expect(value).not.toMatch(/eyJ/);
      expect(value).not.toContain('ada@');
    }
  });

  it.each([1_500, 2_200])(
    'leave the callback’s headers below 4 kB with a session token of %s characters',
    async length => {
      const { palette } = backend;
      palette.sessionToken = await createLongToken(length);
      const browser = backend.open();
      const { response } = await browser.answer(await browser.authorize());
      const names = [...setCookies(response.headers).keys()];
      expect(names).toContain(SEALED);
      const lines = Object.entries(response.headers as object).flatMap(
        ([name, value]) => [value].flat().map(each => `${name}: ${each}\r\n`),
      );
      expect(lines.join('').length + 40).toBeLessThan(4_096);
    },
  );

  it('keep the cookies of three Palettes in a request below 8 kB', async () => {
    backend.palette.sessionToken = await createLongToken(2_200);
    const browser = backend.open();
    await browser.answer(await browser.authorize());
    const header = [...browser.cookies('/api/auth/spectrocloud')]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    expect(header.length * 3).toBeLessThan(7_900);
  });

  it('keep what a login remembers in a sealed cookie of ten minutes, removed at its callback', async () => {
    const browser = backend.open();
    const started = await browser.start();
    const [[name, attributes], ...others] = setCookies(started.headers);
    expect(others).toEqual([]);
    expect(name).toMatch(/^spectrocloud-login-[\w-]{43}$/);
    expect(attributes).toMatch(/httponly/);
    expect(attributes).toMatch(/samesite=lax/);
    expect(attributes).toContain('max-age=600');
    const value = browser.cookies().get(name)!;
    expect(value).toMatch(/^v1\./);
    const { searchParams } = new URL(started.headers.location);
    expect(value).not.toContain(searchParams.get('nonce')!);

    await browser.callback(backend.palette.authorize(started.headers.location));
    expect(browser.cookies().has(name)).toBe(false);
  });

  it('are refused when they were changed', async () => {
    const browser = backend.open();
    const answer = await browser.authorize();
    const [[name, value]] = [...browser.cookies()];
    for (const changed of ['', 'x', value.slice(0, -4), `${value}AAAA`]) {
      const other = backend.open();
      other.agent.jar.setCookie(`${name}=${changed}; path=/`, '127.0.0.1');
      const { message } = await other.answer(answer);
      expect(message.error?.message).toMatch(/not begun in this browser/);
    }
    expect((await browser.answer(answer)).message.error).toBeUndefined();
  });

  it('hold the session token in no answer to scripts, unless that is configured', async () => {
    backend.palette.sessionToken = await createSessionToken();
    const browser = backend.open();
    const { message } = await browser.answer(await browser.authorize());
    const { body } = await browser.refresh();
    expect(JSON.stringify([message, body])).not.toContain(
      backend.palette.sessionToken,
    );
  });
});

describe('exposeApiToken', () => {
  const backend = useAuthBackend({ block: { exposeApiToken: true } });

  it('gives the session token as the access token', async () => {
    const { palette } = backend;
    palette.sessionToken = await createSessionToken();
    const browser = backend.open();
    const { response } = await browser.signIn();
    expect(response!.providerInfo.accessToken).toBe(palette.sessionToken);
    const { body } = await browser.refresh();
    expect(body.providerInfo.accessToken).toBe(palette.sessionToken);
  });
});

describe('cookies on https', () => {
  const callbackUrl =
    'https://api.acme.example/base/api/auth/spectrocloud/handler/frame';
  const appOn = (baseUrl: string) => ({
    block: { callbackUrl },
    config: { app: { baseUrl } },
  });

  async function cookiesOf(backend: ReturnType<typeof useAuthBackend>) {
    const { palette } = backend;
    palette.sessionToken = await createSessionToken();
    const browser = backend.open();
    const started = await browser.start();
    const login = setCookies(started.headers);
    const answer = palette.authorize(started.headers.location);
    const [name] = [...login.keys()];
    const sealed = String(started.headers['set-cookie'])
      .split(`${name}=`)[1]
      .split(';')[0];
    const response = await browser.agent
      .get(`/api/auth/spectrocloud/handler/frame${answer.search}`)
      .set('Cookie', `${name}=${sealed}`);
    return { login: login.get(name), session: setCookies(response.headers) };
  }

  describe('with app and backend on one host', () => {
    const backend = useAuthBackend(appOn('https://api.acme.example'));

    it('are Secure and Lax, on the path that the browser sees', async () => {
      const { login, session } = await cookiesOf(backend);
      expect(login).toMatch(/secure/);
      for (const name of [SECURE_HANDLE, SECURE_SEALED]) {
        expect(session.get(name)).toMatch(/secure/);
        expect(session.get(name)).toMatch(/samesite=lax/);
      }
      expect(session.has(HANDLE)).toBe(false);
      expect(session.get(SECURE_HANDLE)).toMatch(
        /path=\/base\/api\/auth\/spectrocloud(;|$)/,
      );
    });
  });

  describe('with app and backend on different hosts', () => {
    const backend = useAuthBackend(appOn('https://app.acme.example'));

    it('are Secure and None, so that the app can send them', async () => {
      const { session } = await cookiesOf(backend);
      for (const name of [SECURE_HANDLE, SECURE_SEALED]) {
        expect(session.get(name)).toMatch(/secure/);
        expect(session.get(name)).toMatch(/samesite=none/);
      }
    });
  });

  describe('with a cookieDomain', () => {
    const backend = useAuthBackend({
      ...appOn('https://app.acme.example'),
      block: { callbackUrl, cookieDomain: 'acme.example' },
      features: [
        mockServices.discovery.mock({
          getExternalBaseUrl: async id => `https://api.acme.example/api/${id}`,
        }).factory,
      ],
    });

    it('give the domain to none of the provider’s own', async () => {
      const { session } = await cookiesOf(backend);
      for (const name of [SECURE_HANDLE, SECURE_SEALED]) {
        expect(session.get(name)).not.toContain('domain');
      }
    });
  });
});
