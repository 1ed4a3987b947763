import { mockServices } from '@backstage/backend-test-utils';
import { createSessionToken } from '../__testUtils__/TestPalette';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const FORMER = 'spectrocloud-refresh-token';
const HANDLE = `__Secure-${FORMER}`;
const API_TOKEN = 'spectrocloud-api-token';
const ORIGIN = 'https://api.acme.example';
const CALLBACK = `${ORIGIN}/base/api/auth/spectrocloud/handler/frame`;
/** As an earlier version set it. */
const EVERYWHERE =
  /^spectrocloud-api-token=; Path=\/; Expires=Thu, 01 Jan 1970/;

describe('cookies of earlier versions, on https below a base path', () => {
  const backend = useAuthBackend({
    block: { callbackUrl: CALLBACK },
    config: { app: { baseUrl: ORIGIN } },
    features: [
      mockServices.discovery.mock({
        getExternalBaseUrl: async id => `${ORIGIN}/base/api/${id}`,
      }).factory,
    ],
  });

  const linesOf = ({ headers }: { headers: Record<string, unknown> }) =>
    [headers['set-cookie'] ?? []].flat().map(String);

  /** Signs in with further cookies; a cookie jar would keep none of it, as it is told https. */
  async function signIn(further = '') {
    backend.palette.sessionToken = await createSessionToken();
    const browser = backend.open();
    const started = await browser.start();
    const [login] = linesOf(started)[0].split(';');
    const answer = backend.palette.authorize(started.headers.location);
    const response = await browser.agent
      .get(`/api/auth/spectrocloud/handler/frame${answer.search}`)
      .set('Cookie', [login, further].filter(Boolean).join('; '));
    const lines = linesOf(response);
    const pairs = lines.map(line => line.split(';')[0].split('='));
    return { lines, values: new Map(pairs as Array<[string, string]>) };
  }

  const refresh = (cookie: string) =>
    backend.open().refresh().set('Cookie', cookie);

  it('are removed at sign-in from every path', async () => {
    const { lines } = await signIn();
    expect(lines).toContainEqual(expect.stringMatching(EVERYWHERE));
  });

  it('have their names removed at sign-in', async () => {
    const { lines } = await signIn(
      `${FORMER}=x; spectrocloud-granted-scope=${'x'.repeat(3_900)}`,
    );
    for (const name of [FORMER, 'spectrocloud-granted-scope']) {
      expect(lines).toContainEqual(
        expect.stringMatching(
          new RegExp(
            `^${name}=; Path=/base/api/auth/spectrocloud; Expires=Thu`,
          ),
        ),
      );
    }
  });

  it('are read once by a refresh, and replaced', async () => {
    const { values } = await signIn();
    const handle = values.get(HANDLE)!;
    const sealed = values.get('__Secure-spectrocloud-sealed-session')!;
    const former = `${FORMER}=${handle}; ${API_TOKEN}=${sealed}`;
    const response = await refresh(former);
    expect(response.status).toBe(200);
    const lines = linesOf(response);
    expect(lines).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^${HANDLE}=${handle}; Max-Age=2592000; Path=/base/api/auth/spectrocloud; .*HttpOnly; Secure; SameSite=Lax$`,
        ),
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^${FORMER}=; Path=/base`)),
    );
    expect(lines).toContainEqual(expect.stringMatching(EVERYWHERE));
    expect(lines).toContainEqual(
      expect.stringMatching(/^__Secure-spectrocloud-sealed-session=v1/),
    );
  });

  it('count for nothing beside the present ones', async () => {
    const { values } = await signIn();
    const other = (await signIn()).values.get(HANDLE);
    for (const present of ['', 'made-up', 'x'.repeat(43)]) {
      const response = await refresh(
        `${HANDLE}=${present}; ${FORMER}=${other}`,
      );
      expect(response.status).toBe(401);
    }
    const own = `${HANDLE}=${values.get(HANDLE)}`;
    const response = await refresh(`${FORMER}=planted; ${own}`);
    expect(response.status).toBe(200);
    expect(linesOf(response).join()).not.toMatch(/refresh-token=[^;]/);
  });

  it('end with the session', async () => {
    const { values } = await signIn();
    const handle = values.get(HANDLE)!;
    const response = await backend
      .open()
      .logout()
      .set('Cookie', `${FORMER}=${handle}`);
    expect(response.status).toBe(200);
    const lines = linesOf(response);
    expect(lines).toContainEqual(expect.stringMatching(EVERYWHERE));
    for (const name of [HANDLE, FORMER]) {
      expect(lines).toContainEqual(
        expect.stringMatching(new RegExp(`^${name}=; Path=/base`)),
      );
    }
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^spectrocloud-api-token=; Path=\/base\/api\/spectrocloud; Expires=Thu, 01 Jan 1970/,
      ),
    );
    // Too late, and of a session that has ended: it changes nothing.
    const late = await refresh(`${HANDLE}=${handle}`);
    expect(late.status).toBe(503);
    expect(linesOf(late)).toEqual([]);
  });
});
