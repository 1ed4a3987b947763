import { useAuthBackend } from '../__testUtils__/useAuthBackend';

describe('the scope that the app is told', () => {
  const backend = useAuthBackend();

  const grant = (scope: unknown) => {
    backend.palette.hooks.tokenResponse = body => ({ ...body, scope });
  };

  it.each([
    ['fewer than were asked for', 'openid email', 'openid email'],
    ['fewer, and no openid though an ID token came', 'email', 'openid email'],
    ['more', 'openid profile email groups', 'openid profile email groups'],
    ['a list', ['openid', 'email'], 'openid email'],
    ['nothing, so those asked for', undefined, 'openid profile email'],
    ['an empty text, so those asked for', '', 'openid profile email'],
  ])('is what the provider granted: %s', async (_, scope, told) => {
    grant(scope);
    const browser = backend.open();
    const { response } = await browser.signIn();
    expect(response!.providerInfo.scope).toBe(told);
    const { body } = await browser.refresh();
    expect(body.providerInfo.scope).toBe(told);
  });
});

describe('the end that the app is told', () => {
  const backend = useAuthBackend();

  it('is that of the last token, where nothing renews it', async () => {
    const browser = backend.open();
    const { response } = await browser.signIn();
    const { body } = await browser.refresh();
    for (const { providerInfo } of [response!, body]) {
      expect(providerInfo.expiresInSeconds).toBeUndefined();
      expect(providerInfo.sessionEndsInSeconds).toBeGreaterThan(3_500);
      expect(providerInfo.sessionEndsInSeconds).toBeLessThanOrEqual(3_600);
    }
  });

  it('is that of the longest session, where a refresh token may renew it', async () => {
    backend.palette.hooks.tokenResponse = body => ({
      ...body,
      refresh_token: 'a-refresh-token',
    });
    const { response } = await backend.open().signIn();
    const { sessionEndsInSeconds } = response!.providerInfo;
    expect(sessionEndsInSeconds).toBeGreaterThan(29 * 24 * 3_600);
  });
});
