import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const RETURN = 'https://backstage.example/signed-out';

/** The OpenID Foundation's tests of RP-initiated logout for clients, by their names. */
describe('OIDF RP-initiated logout', () => {
  const backend = useAuthBackend(() => ({ block: { logoutUrl: RETURN } }));

  beforeEach(() => {
    backend.palette.hooks.discovery = document => ({
      ...document,
      end_session_endpoint: `${document.issuer}/logout`,
    });
  });

  /** Signs in and out; where the browser is sent then. */
  async function signOut() {
    const browser = backend.open();
    const { response } = await browser.signIn();
    const { body } = await browser.logout();
    const { idToken } = response!.providerInfo;
    return { browser, idToken, url: new URL(body.logoutUrl) };
  }

  it('oidcc-client-test-rp-init-logout: calls end_session_endpoint with the ID token, the address to come back to and a state', async () => {
    const { browser, idToken, url } = await signOut();
    expect(url.href).toMatch(`${backend.palette.issuer}/logout?`);
    expect(url.searchParams.get('id_token_hint')).toBe(idToken);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(RETURN);
    expect(url.searchParams.get('state')).toMatch(/^[\w-]{43}$/);
    expect((await browser.refresh()).status).toBe(401);
  });

  it('oidcc-client-test-rp-init-logout: sends another state each time', async () => {
    const states = [await signOut(), await signOut()].map(({ url }) =>
      url.searchParams.get('state'),
    );
    expect(new Set(states).size).toBe(2);
  });

  it.each([
    ['oidcc-client-test-rp-init-logout-no-state', {}],
    ['oidcc-client-test-rp-init-logout-other-state', { state: 'another' }],
  ])('%s: is signed out whatever comes back', async (_, parameters) => {
    const { browser } = await signOut();
    expect((await browser.refresh(parameters)).status).toBe(401);
    expect((await browser.logout(parameters)).status).toBe(200);
    expect((await browser.signIn(parameters)).error).toBeUndefined();
  });
});
