import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { ADA, createSessionToken } from '../__testUtils__/TestPalette';
import { readPopup } from '../__testUtils__/popup';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const RUNS = 100;
const MAX_ANSWER_MS = 15_000;
const CALLBACK = '/api/auth/spectrocloud/handler/frame';

const hex = (text: string) => Buffer.from(text).toString('hex');
const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'j:{"a":1}',
    '__proto__',
    'eyJhbGciOiJub25lIn0.e30.',
    'v1.aaaaaaaaaaaa.AAAA',
    '\r\nSet-Cookie: a=b',
    '%',
    '%00',
  ),
);
const state = fc.oneof(
  text,
  text.map(hex),
  fc
    .dictionary(
      fc.constantFrom('env', 'nonce', 'origin', 'flow', 'redirectUrl', 'scope'),
      fc.oneof(
        text,
        fc.constantFrom(
          'development',
          'redirect',
          'https://evil.example/',
          'http://localhost:3000/x',
        ),
      ),
    )
    .map(values => hex(new URLSearchParams(values).toString())),
);
const parameters = fc.array(
  fc.tuple(
    fc.constantFrom(
      'code',
      'state',
      'env',
      'iss',
      'error',
      'error_description',
      'code[]',
      'state[a]',
      'state[toString]',
      '__proto__[x]',
      'id_token',
      'token',
    ),
    fc.oneof(text, state),
  ),
  { maxLength: 8 },
);

/** Cookies whose names the provider looks at. */
function cookiesFor(states: string[]) {
  const names = [
    'spectrocloud-nonce',
    'spectrocloud-refresh-token',
    'spectrocloud-refresh-token-0',
    'spectrocloud-granted-scope',
    'spectrocloud-api-token',
    'spectrocloud-connect-ticket-development',
    ...states.map(
      value =>
        `spectrocloud-login-${createHash('sha256').update(value).digest('base64url')}`,
    ),
  ];
  return fc
    .dictionary(fc.constantFrom(...names), text, { maxKeys: 6 })
    .map(cookies =>
      Object.entries(cookies)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('; '),
    );
}

describe('whatever arrives', () => {
  const backend = useAuthBackend();
  let url: string;

  beforeAll(() => {
    url = `http://127.0.0.1:${backend.server.port()}`;
  });

  /** Neither a sign-in, nor an error of ours, nor a redirect elsewhere. */
  async function isRefusal(response: Response): Promise<boolean> {
    const body = await response.text();
    const location = response.headers.get('location');
    return (
      response.status < 500 &&
      !/refresh-token=[^;]/.test(response.headers.getSetCookie().join()) &&
      !body.includes('backstageIdentity') &&
      (!location || new URL(location).origin === 'http://localhost:3000')
    );
  }

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(MAX_ANSWER_MS),
    });

  it('the callback refuses it', async () => {
    await fc.assert(
      fc.asyncProperty(
        parameters.chain(values =>
          fc.tuple(
            fc.constant(values),
            cookiesFor(
              values.filter(([name]) => name === 'state').map(([, v]) => v),
            ),
          ),
        ),
        async ([values, cookie]) => {
          const query = new URLSearchParams(values).toString();
          const response = await get(`${CALLBACK}?${query}`, { cookie });
          expect(await isRefusal(response)).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('the callback of a login that was begun refuses everything but its own state and code', async () => {
    await fc.assert(
      fc.asyncProperty(parameters, async values => {
        const browser = backend.open();
        const answer = await browser.authorize();
        const cookie = [...browser.cookies()]
          .map(([name, value]) => `${name}=${value}`)
          .join('; ');
        // The code is missing or another, the state may be the right one.
        const query = new URLSearchParams([
          ['state', answer.searchParams.get('state')!],
          ...values.filter(([name]) => name !== 'state'),
        ]);
        const response = await get(`${CALLBACK}?${query}`, { cookie });
        expect(await isRefusal(response)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('no token response without a right ID token signs in', async () => {
    const sessionToken = await createSessionToken();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .dictionary(
              fc.constantFrom(
                'id_token',
                'access_token',
                'refresh_token',
                'token_type',
                'expires_in',
                'scope',
                'error',
              ),
              fc.oneof(fc.jsonValue(), text, fc.constant(sessionToken)),
            )
            .map(body => JSON.stringify(body)),
        ),
        async body => {
          backend.palette.hooks.tokenResponse = () => body;
          const browser = backend.open();
          const { response } = await browser.answer(await browser.authorize());
          expect(response.status).toBeLessThan(500);
          const { message } = readPopup(response.text);
          expect(message.response).toBeUndefined();
          expect(message.error!.message).toMatch(/\(reference \S+\)$/);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('no ID token whose claims are not exactly right signs in', async () => {
    const wrong = (name: string) =>
      fc
        .oneof(fc.jsonValue(), text)
        .filter(
          value =>
            JSON.stringify(value) !==
              JSON.stringify({ iss: backend.palette.issuer }[name]) &&
            value !== 'backstage' &&
            value !== ADA.sub,
        )
        .map(value => [name, value] as const);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('iss', 'aud', 'nonce').chain(wrong),
        fc.dictionary(
          fc.constantFrom('azp', 'at_hash', 'email', 'name', 'groups', 'acr'),
          fc.jsonValue(),
        ),
        async ([name, value], others) => {
          backend.palette.hooks.idTokenClaims = claims => ({
            ...claims,
            ...others,
            [name]: value,
          });
          const message = await backend.open().signIn();
          expect(message.response).toBeUndefined();
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('refresh and sign-out survive every cookie', async () => {
    await fc.assert(
      fc.asyncProperty(cookiesFor([]), text, async (cookie, env) => {
        const query = new URLSearchParams({ env, scope: env });
        for (const asked of [String(query), `env=development&scope=${query}`]) {
          const headers = { cookie, 'x-requested-with': 'XMLHttpRequest' };
          const refreshed = await get(
            `/api/auth/spectrocloud/refresh?${asked}`,
            headers,
          );
          expect([400, 401, 404]).toContain(refreshed.status);
          const left = await fetch(
            `${url}/api/auth/spectrocloud/logout?${asked}`,
            { method: 'POST', headers },
          );
          expect([200, 400, 404]).toContain(left.status);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
