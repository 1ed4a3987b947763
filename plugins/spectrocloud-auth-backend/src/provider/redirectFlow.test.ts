import {
  decodeOAuthState,
  encodeOAuthState,
} from '@backstage/plugin-auth-node';
import { APP_URL } from '../__testUtils__/startAuthBackend';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const EXTRA_ORIGIN = 'https://other-app.example';
const redirect = (redirectUrl: string) => ({ flow: 'redirect', redirectUrl });

describe('the redirect flow', () => {
  const backend = useAuthBackend({
    auth: { experimentalExtraAllowedOrigins: [EXTRA_ORIGIN] },
  });

  it.each([`${APP_URL}/clusters?a=b`, `${EXTRA_ORIGIN}/x`])(
    'goes back to %s, with a session to refresh',
    async redirectUrl => {
      const browser = backend.open();
      const answer = await browser.authorize(redirect(redirectUrl));
      const response = await browser.callback(answer);
      expect(response.status).toBe(302);
      expect(response.headers.location).toBe(redirectUrl);
      expect((await browser.refresh()).status).toBe(200);
    },
  );

  it.each([
    'https://evil.example/phish',
    'http://localhost:3000@evil.example/',
    'http://localhost:3001/',
    '//evil.example',
    '/relative',
    'vbscript:x',
    'data:text/html,x',
    '',
  ])('refuses to start for %p', async redirectUrl => {
    const response = await backend.open().start(redirect(redirectUrl));
    expect([400, 403]).toContain(response.status);
  });

  it.each([
    ['http://localhost:3000\\@evil.example/', `${APP_URL}/@evil.example/`],
    [` ${APP_URL}/x`, `${APP_URL}/x`],
    ['HTTP://LOCALHOST:3000/x', `${APP_URL}/x`],
  ])(
    'goes back to %p as it was understood: %s',
    async (redirectUrl, target) => {
      const browser = backend.open();
      const response = await browser.callback(
        await browser.authorize(redirect(redirectUrl)),
      );
      expect(response.headers.location).toBe(target);
    },
  );

  it('checks the address again at the callback', async () => {
    const browser = backend.open();
    const answer = await browser.authorize(redirect(`${APP_URL}/x`));
    const state = decodeOAuthState(answer.searchParams.get('state')!);
    answer.searchParams.set(
      'state',
      encodeOAuthState({ ...state, redirectUrl: 'https://evil.example' }),
    );
    const response = await browser.callback(answer);
    expect(response.status).toBe(303);
    expect(response.headers.location).not.toContain('evil');
    expect(new URL(response.headers.location).origin).toBe(APP_URL);
  });

  it('brings the sentence and the reference of a failure back to the app', async () => {
    const browser = backend.open();
    const answer = await browser.authorize(redirect(`${APP_URL}/x`));
    answer.searchParams.delete('code');
    answer.searchParams.set('error', 'access_denied');
    const response = await browser.callback(answer);
    const location = new URL(response.headers.location);
    expect(location.pathname).toBe('/x');
    expect(location.searchParams.get('error')).toMatch(
      /did not let you sign in.*\(reference/,
    );
    expect(location.searchParams.get('error_code')).toBe('access_denied');
    expect(location.searchParams.get('error_reference')).toMatch(
      /^[A-Z2-9]{4}-[A-Z2-9]{4}$/,
    );
  });

  it('sends no address to Palette in the popup flow', async () => {
    const answer = await backend
      .open()
      .authorize({ flow: 'popup', redirectUrl: `${APP_URL}/secret-page` });
    const state = decodeOAuthState(answer.searchParams.get('state')!);
    expect(state.redirectUrl).toBeUndefined();
  });

  it('posts to the origin that began the login, and to no other', async () => {
    const browser = backend.open();
    const answer = await browser.authorize({ origin: EXTRA_ORIGIN });
    expect((await browser.answer(answer)).origin).toBe(EXTRA_ORIGIN);
    const evil = await browser.start({ origin: 'https://evil.example' });
    expect(evil.status).toBe(403);
  });

  it('posts failures to the app when the state names a foreign origin', async () => {
    const browser = backend.open();
    const answer = await browser.authorize();
    const state = decodeOAuthState(answer.searchParams.get('state')!);
    const { origin, message } = await browser.answer(answer, parameters =>
      parameters.set(
        'state',
        encodeOAuthState({ ...state, origin: 'https://evil.example' }),
      ),
    );
    expect(message.error).toBeDefined();
    expect(origin).toBe(APP_URL);
  });
});
