import {
  ADA,
  TestPalette,
  createSessionToken,
} from '../__testUtils__/TestPalette';
import { createRelyingParty, logIn } from '../__testUtils__/relyingPartyLogin';
import {
  ABSENT_ACCESS_TOKEN,
  clientAuthMethod,
  isEmailSubject,
  looksLikeSessionToken,
  rotatedRefreshToken,
  normaliseDiscovery,
  separateTokens,
  withAccessToken,
  withTokenType,
  withoutEmptyMembers,
} from './paletteDeviations';

describe("Palette's deviations", () => {
  it('withTokenType: adds what is missing and changes nothing else', () => {
    expect(withTokenType({ a: 1 })).toEqual({ a: 1, token_type: 'Bearer' });
    expect(withTokenType({ a: 1, token_type: 'bearer' })).toEqual({
      a: 1,
      token_type: 'bearer',
    });
  });

  it('withTokenType: leaves an access token of another type out', () => {
    expect(withTokenType({ access_token: 'a', token_type: 'DPoP' })).toEqual({
      token_type: 'Bearer',
    });
  });

  it('withAccessToken: adds a placeholder where there is none', () => {
    expect(withAccessToken({})).toEqual({ access_token: ABSENT_ACCESS_TOKEN });
    expect(withAccessToken({ access_token: 'x' })).toEqual({
      access_token: 'x',
    });
  });

  it('withoutEmptyMembers: drops empty texts and nulls', () => {
    expect(
      withoutEmptyMembers({ error: '', scope: null, expires_in: 0, a: 'x' }),
    ).toEqual({ expires_in: 0, a: 'x' });
  });

  it('normaliseDiscovery: reads lists that are sent as text', () => {
    expect(
      normaliseDiscovery({
        issuer: 'https://a b',
        scopes_supported: 'openid profile,email',
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: 'RS256',
      }),
    ).toEqual({
      issuer: 'https://a b',
      scopes_supported: ['openid', 'profile', 'email'],
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });

  it('clientAuthMethod: basic where offered, else post', () => {
    expect(clientAuthMethod(undefined)).toBe('client_secret_post');
    expect(clientAuthMethod(['client_secret_post'])).toBe('client_secret_post');
    expect(clientAuthMethod(['client_secret_basic'])).toBe(
      'client_secret_basic',
    );
  });

  it('looksLikeSessionToken: HS* JWTs only', async () => {
    expect(looksLikeSessionToken(await createSessionToken())).toBe(true);
    const header = Buffer.from('{"alg":"RS256"}').toString('base64url');
    expect(looksLikeSessionToken(`${header}.e30.x`)).toBe(false);
    expect(looksLikeSessionToken('a.b.c')).toBe(false);
    expect(looksLikeSessionToken('')).toBe(false);
  });

  it('separateTokens: refresh_token before code, nothing else', async () => {
    const one = await createSessionToken();
    const other = await createSessionToken();
    expect(separateTokens({ code: one, refreshToken: other })).toEqual({
      sessionToken: other,
      sessionTokenFoundIn: 'refresh_token',
    });
    expect(separateTokens({ code: one, refreshToken: 'opaque' })).toEqual({
      sessionToken: one,
      refreshToken: 'opaque',
      sessionTokenFoundIn: 'code',
    });
    expect(separateTokens({ code: 'c', refreshToken: 'opaque' })).toEqual({
      refreshToken: 'opaque',
    });
  });

  it('rotatedRefreshToken: one that looks like a session token only after another such', async () => {
    const one = await createSessionToken();
    const other = await createSessionToken();
    expect(rotatedRefreshToken('opaque', 'next')).toBe('next');
    expect(rotatedRefreshToken('opaque', other)).toBeUndefined();
    expect(rotatedRefreshToken(one, other)).toBe(other);
    expect(rotatedRefreshToken(one, 'opaque')).toBe('opaque');
  });

  it('isEmailSubject: tells an address from an id', () => {
    expect(isEmailSubject(ADA.email)).toBe(true);
    expect(isEmailSubject(ADA.sub)).toBe(false);
  });
});

describe('a sign-in at a Palette that deviates', () => {
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  const signIn = (options?: { code?: string }) =>
    logIn(createRelyingParty(palette), palette, options);

  it('works without token_type', async () => {
    palette.hooks.tokenResponse = ({ token_type, ...body }) => body;
    await expect(signIn()).resolves.toMatchObject({ subject: ADA.sub });
  });

  it('works without access_token, and then calls no userinfo', async () => {
    palette.hooks.idTokenClaims = ({ email, ...claims }) => claims;
    palette.hooks.tokenResponse = ({ access_token, ...body }) => body;
    await expect(signIn()).resolves.toMatchObject({
      subject: ADA.sub,
      email: undefined,
    });
    expect(palette.count('/userinfo')).toBe(0);
  });

  it('works with empty members', async () => {
    palette.hooks.tokenResponse = body => ({
      ...body,
      error: '',
      scope: '',
      refresh_token: null,
    });
    await expect(signIn()).resolves.toMatchObject({ subject: ADA.sub });
  });

  it('works with texts for lists in the discovery document', async () => {
    palette.hooks.discovery = document => ({
      ...document,
      response_types_supported: 'code',
      id_token_signing_alg_values_supported: 'RS256',
    });
    await expect(signIn()).resolves.toMatchObject({ subject: ADA.sub });
  });

  it('takes the session token from the code', async () => {
    const code = await createSessionToken();
    const { tokens } = await signIn({ code });
    expect(tokens.sessionToken).toBe(code);
  });

  it('takes a possible session token from the refresh token', async () => {
    palette.sessionToken = await createSessionToken();
    const { tokens } = await signIn();
    expect(tokens.sessionToken).toBe(palette.sessionToken);
    expect(tokens.refreshToken).toBeUndefined();
  });

  it('takes no session token before the ID token has passed', async () => {
    palette.sessionToken = await createSessionToken();
    palette.hooks.idTokenClaims = claims => ({ ...claims, aud: 'other' });
    await expect(signIn()).rejects.toMatchObject({
      reason: 'id_token_rejected',
    });
  });

  it('never takes a session token for an ID token', async () => {
    palette.hooks.idToken = () => createSessionToken({ sub: ADA.sub });
    await expect(signIn()).rejects.toMatchObject({
      reason: 'id_token_rejected',
    });
  });

  it('takes a sub that is an e-mail for an identifier only', async () => {
    palette.user = { sub: ADA.email };
    await expect(signIn()).resolves.toMatchObject({
      subject: ADA.email,
      email: undefined,
    });
  });
});
