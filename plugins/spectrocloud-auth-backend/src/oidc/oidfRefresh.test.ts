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
    ['azp (none at all)', {}, { azp: 'backstage' }],
    ['nonce', { nonce: 'other' }, { nonce: 'first' }],
    ['audience', {}, { aud: ['backstage', 'kubernetes'] }],
    [
      'audience (one more)',
      { aud: ['backstage', 'kubernetes'], azp: 'backstage' },
      { aud: 'backstage' },
    ],
  ])('refuses another %s than at sign-in', async (_, now, before) => {
    palette.hooks.idTokenClaims = claims => ({ ...claims, ...now });
    await expect(refresh(before)).rejects.toMatchObject(refused);
  });

  it('takes audiences in another order, or as a list, for the same', async () => {
    const aud = ['backstage', 'kubernetes'];
    palette.hooks.idTokenClaims = claims => ({
      ...claims,
      azp: 'backstage',
      aud: [...aud].reverse(),
    });
    await expect(refresh({ aud })).resolves.toHaveProperty('idToken');
    palette.hooks.idTokenClaims = claims => ({ ...claims, aud: ['backstage'] });
    await expect(refresh({ aud: 'backstage' })).resolves.toHaveProperty(
      'idToken',
    );
  });

  it('accepts an ID token without the nonce and auth_time of the first, and remembers them', async () => {
    const first = { nonce: 'first', auth_time: 1 };
    const { claims } = await refresh({ ...first, name: 'Former' });
    expect(claims).toMatchObject({ ...first, sub: ADA.sub });
    expect(claims).not.toHaveProperty('name');
    palette.hooks.idTokenClaims = next => ({ ...next, nonce: 'other' });
    await expect(refresh(claims)).rejects.toMatchObject(refused);
  });
});
