import { UnsecuredJWT, decodeJwt } from 'jose';
import {
  ADA,
  CLIENT_ID,
  CLIENT_SECRET,
  TestPalette,
} from '../__testUtils__/TestPalette';
import { createRelyingParty, logIn } from '../__testUtils__/relyingPartyLogin';

/** The tests of the OpenID Foundation's "Basic RP" certification plan, by their names. */
describe('OIDF Basic RP', () => {
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  const rejected = { reason: 'id_token_rejected' };
  const signIn = () => logIn(createRelyingParty(palette), palette);

  function changeClaims(change: (claims: Record<string, unknown>) => unknown) {
    palette.hooks.idTokenClaims = claims => {
      const changed = { ...claims };
      change(changed);
      return changed;
    };
  }

  it('oidcc-client-test: accepts the regular flow', async () => {
    palette.hooks.idTokenClaims = ({ email, given_name, ...claims }) => claims;
    await expect(signIn()).resolves.toMatchObject({
      subject: ADA.sub,
      email: ADA.email,
      issuer: palette.issuer,
    });
    expect(palette.count('/token')).toBe(1);
    expect(palette.count('/userinfo')).toBe(1);
  });

  it('oidcc-client-test-invalid-iss: rejects another issuer', async () => {
    changeClaims(claims => Object.assign(claims, { iss: `${claims.iss}x` }));
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-missing-sub: rejects an ID token without sub', async () => {
    changeClaims(claims => delete claims.sub);
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-invalid-aud: rejects another audience', async () => {
    changeClaims(claims => Object.assign(claims, { aud: 'someone-else' }));
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-missing-aud: rejects an ID token without audience', async () => {
    changeClaims(claims => delete claims.aud);
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-missing-iat: rejects an ID token without iat', async () => {
    changeClaims(claims => delete claims.iat);
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-kid-absent-single-jwks: accepts a missing kid beside a single key', async () => {
    palette.hooks.idTokenHeader = ({ kid, ...header }) => header;
    await expect(signIn()).resolves.toMatchObject({ subject: ADA.sub });
  });

  it('oidcc-client-test-kid-absent-multiple-jwks: rejects a missing kid beside several keys', async () => {
    await palette.addKey();
    palette.hooks.idTokenHeader = ({ kid, ...header }) => header;
    await expect(signIn()).rejects.toMatchObject(rejected);
    await palette.rotateKeys();
  });

  it('oidcc-client-test-idtoken-sig-rs256: accepts RS256', async () => {
    const { tokens } = await signIn();
    expect(decodeJwt(tokens.idToken!)).toMatchObject({ sub: ADA.sub });
  });

  it('oidcc-client-test-idtoken-sig-none: rejects an unsigned ID token', async () => {
    palette.hooks.idToken = token =>
      new UnsecuredJWT(decodeJwt(token)).encode();
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-idtoken-sig-none: rejects it also where discovery offers none', async () => {
    palette.hooks.idToken = token =>
      new UnsecuredJWT(decodeJwt(token)).encode();
    palette.hooks.discovery = document => ({
      ...document,
      id_token_signing_alg_values_supported: ['none', 'RS256'],
    });
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-invalid-sig-rs256: rejects a corrupted signature', async () => {
    palette.hooks.idToken = token => {
      const [header, payload, signature] = token.split('.');
      const bytes = Buffer.from(signature, 'base64url');
      bytes[10] ^= 1;
      return [header, payload, bytes.toString('base64url')].join('.');
    };
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-userinfo-invalid-sub: rejects userinfo of another user', async () => {
    changeClaims(claims => delete claims.email);
    palette.hooks.userInfo = body => ({ ...body, sub: 'someone-else' });
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('rejects userinfo of nobody', async () => {
    changeClaims(claims => delete claims.email);
    palette.hooks.userInfo = ({ sub, ...body }) => body;
    await expect(signIn()).rejects.toMatchObject({
      reason: 'malformed_response',
    });
  });

  it('oidcc-client-test-nonce-invalid: rejects another nonce', async () => {
    changeClaims(claims => Object.assign(claims, { nonce: 'another' }));
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-nonce-invalid: rejects a missing nonce', async () => {
    changeClaims(claims => delete claims.nonce);
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('oidcc-client-test-scope-userinfo-claims: asks for and takes what the scopes stand for', async () => {
    palette.hooks.idTokenClaims = ({
      email,
      given_name,
      family_name,
      ...rest
    }) => rest;
    const login = await signIn();
    expect(login.email).toBe(ADA.email);
    expect(login.claims).toMatchObject({ given_name: 'Ada' });
  });

  it('oidcc-client-test-client-secret-basic: authenticates so where discovery offers it', async () => {
    palette.hooks.discovery = document => ({
      ...document,
      token_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
      ],
    });
    await signIn();
    const request = palette.requests.find(({ path }) =>
      path.endsWith('/token'),
    );
    const [scheme, credentials] = request!.headers.authorization!.split(' ');
    expect(scheme).toBe('Basic');
    expect(Buffer.from(credentials, 'base64').toString()).toContain(CLIENT_ID);
    expect(request!.form.has('client_secret')).toBe(false);
  });

  it('sends the secret in the form where discovery does not say, as Palette needs it', async () => {
    await signIn();
    const request = palette.requests.find(({ path }) =>
      path.endsWith('/token'),
    );
    expect(request!.form.get('client_secret')).toBe(CLIENT_SECRET);
    expect(request!.headers.authorization).toBeUndefined();
  });
});
