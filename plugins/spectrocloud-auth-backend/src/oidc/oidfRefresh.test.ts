import { ADA, TestPalette } from '../__testUtils__/TestPalette';
import { createRelyingParty } from '../__testUtils__/relyingPartyLogin';

/** The OpenID Foundation's refresh-token client tests, by their names. */
describe('OIDF refresh token', () => {
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  const refresh = (claims?: Record<string, unknown>) =>
    createRelyingParty(palette).refresh({
      refreshToken: 'a-refresh-token',
      issuer: palette.issuer,
      subject: ADA.sub,
      claims,
    });
  const refused = { name: 'AuthenticationError' };

  it('oidcc-client-test-refresh-token: uses the refresh token and the new access token', async () => {
    palette.hooks.idTokenClaims = ({ email, ...claims }) => claims;
    palette.hooks.tokenResponse = body => ({
      ...body,
      access_token: 'a-newer-access-token',
      refresh_token: 'a-rotated-refresh-token',
    });
    const renewed = await refresh();
    expect(renewed.idToken).toBeDefined();
    expect(renewed.refreshToken).toBe('a-rotated-refresh-token');
    const [token, userInfo] = palette.requests
      .slice(-3)
      .filter(({ path }) => !path.endsWith('/keys'));
    expect(token.form.get('refresh_token')).toBe('a-refresh-token');
    expect(userInfo.headers.authorization).toBe('Bearer a-newer-access-token');
  });

  it('oidcc-client-test-refresh-token-invalid-issuer: refuses another issuer', async () => {
    palette.hooks.idTokenClaims = claims => ({ ...claims, iss: 'https://x.y' });
    await expect(refresh()).rejects.toMatchObject(refused);
  });

  it('oidcc-client-test-refresh-token-invalid-sub: refuses another subject', async () => {
    palette.hooks.idTokenClaims = claims => ({ ...claims, sub: 'another' });
    await expect(refresh()).rejects.toMatchObject(refused);
  });

  it.each([
    ['auth_time', { auth_time: 2 }, { auth_time: 1 }],
    ['azp', { azp: 'backstage' }, { azp: 'another' }],
    ['nonce', { nonce: 'other' }, { nonce: 'first' }],
  ])('refuses another %s than at sign-in', async (_, now, before) => {
    palette.hooks.idTokenClaims = claims => ({ ...claims, ...now });
    await expect(refresh(before)).rejects.toMatchObject(refused);
  });

  it('keeps the refresh token where Palette does not rotate it, and works without an ID token', async () => {
    palette.hooks.tokenResponse = ({ id_token, ...body }) => body;
    await expect(refresh()).resolves.toEqual({
      refreshToken: 'a-refresh-token',
      sessionToken: undefined,
    });
  });

  it('refuses what Palette refuses', async () => {
    palette.hooks.intercept = path =>
      path.endsWith('/token')
        ? { status: 400, body: '{"error":"invalid_grant"}' }
        : undefined;
    await expect(refresh()).rejects.toMatchObject(refused);
  });

  it('changes nothing where Palette does not offer the grant', async () => {
    palette.hooks.intercept = path =>
      path.endsWith('/token')
        ? { status: 400, body: '{"error":"unsupported_grant_type"}' }
        : undefined;
    await expect(refresh()).resolves.toEqual({});
  });

  it.each([500, 503, 429])('takes a %s for transient', async status => {
    palette.hooks.intercept = path =>
      path.endsWith('/token') ? { status } : undefined;
    await expect(refresh()).rejects.toMatchObject({
      reason: 'palette_unavailable',
      transient: true,
    });
  });
});
