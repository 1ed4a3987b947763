import { createSessionToken } from '../__testUtils__/TestPalette';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const HANDLE = 'spectrocloud-refresh-token';
const SEALED = 'spectrocloud-sealed-session';
const AUTH_PATH = '/api/auth/spectrocloud';

describe('cookies that somebody else has planted', () => {
  const backend = useAuthBackend();

  async function signedIn() {
    backend.palette.sessionToken = await createSessionToken();
    const browser = backend.open();
    expect((await browser.signIn()).error).toBeUndefined();
    const header = [...browser.cookies(AUTH_PATH)]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    return { browser, header, handle: browser.cookies(AUTH_PATH).get(HANDLE)! };
  }

  it.each([
    'spectrocloud-granted-scope=j:{"a":1}',
    'spectrocloud-granted-scope-0=j:[]; spectrocloud-granted-scope-1=x',
    'spectrocloud-nonce-0=planted',
    'spectrocloud-nonce=j:{"a":1}',
    `${HANDLE}-0=planted; ${HANDLE}=j:{"a":1}`,
    'spectrocloud-login-=x; spectrocloud-login-(x)=x; spectrocloud-login-%00=x',
    Array.from({ length: 9 }, (_, i) => `spectrocloud-login-(${i})=x`).join(
      '; ',
    ),
    'spectrocloud-api-token=j:{"a":1}',
    `${SEALED}=j:{"a":1}; ${SEALED}=v1.x`,
    '__proto__=j:{"a":1}; constructor=x',
    'spectrocloud-connect-ticket-development=j:{"a":1}',
  ])(
    'change nothing about signing in, refreshing and leaving: %s',
    async planted => {
      const browser = backend.open();
      const started = await browser.start().set('Cookie', planted);
      expect(started.status).toBe(302);
      const [login] = [started.headers['set-cookie']].flat().map(line => {
        return String(line).split(';')[0];
      });
      const answer = backend.palette.authorize(started.headers.location);
      const callback = await browser
        .callback(answer)
        .set('Cookie', `${planted}; ${login}`);
      expect(callback.text).toContain('backstageIdentity');
      const handle = browser.cookies(AUTH_PATH).get(HANDLE)!;
      // Two of one name are a case of their own.
      const others = planted
        .split('; ')
        .filter(pair => !pair.startsWith(`${HANDLE}=`));
      const cookie = [...others, `${HANDLE}=${handle}`].join('; ');
      expect((await browser.refresh().set('Cookie', cookie)).status).toBe(200);
      expect((await browser.logout().set('Cookie', cookie)).status).toBe(200);
      const late = await backend.open().refresh().set('Cookie', cookie);
      expect(late.status).toBe(503);
      expect(late.text).not.toContain('backstageIdentity');
      // The browser may have signed in again since this request left it.
      expect(late.headers['set-cookie']).toBeUndefined();
    },
  );

  it.each(['before', 'after'])(
    'make a doubled handle count as none, %s the true one',
    async order => {
      const { header, handle } = await signedIn();
      const other = await signedIn();
      const planted = `${HANDLE}=${other.handle}`;
      const cookie =
        order === 'before' ? `${planted}; ${header}` : `${header}; ${planted}`;
      const refreshed = await backend.open().refresh().set('Cookie', cookie);
      expect(refreshed.status).toBe(401);
      for (const value of [handle, other.handle]) {
        const { status } = await backend
          .open()
          .refresh()
          .set('Cookie', `${HANDLE}=${value}`);
        expect(status).toBe(200);
      }
    },
  );
});
