import { createHash, generateKeyPairSync } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { SignJWT, decodeJwt, jwtVerify } from 'jose';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { ADA, CLIENT_SECRET, TestPalette } from '../__testUtils__/TestPalette';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import { createRelyingParty, logIn } from '../__testUtils__/relyingPartyLogin';
import { RelyingParty } from './RelyingParty';

const ACCESS_TOKEN = 'an-access-token';

function atHash(accessToken: string): string {
  const digest = createHash('sha256').update(accessToken).digest();
  return digest.subarray(0, 16).toString('base64url');
}

describe('RelyingParty', () => {
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  const signIn = (changes?: Partial<EnvironmentConfig>, iss?: string) =>
    logIn(createRelyingParty(palette, changes), palette, { iss });

  const claims = (change: Record<string, unknown>) => {
    palette.hooks.idTokenClaims = regular => ({ ...regular, ...change });
  };
  const inSeconds = (seconds: number) =>
    Math.floor(Date.now() / 1000) + seconds;
  const rejected = { reason: 'id_token_rejected' };

  it('asks with PKCE S256, a nonce and the configured prompt', async () => {
    const { url, secrets } = await createRelyingParty(palette, {
      prompt: 'none',
    }).begin({ scope: 'openid email', state: 'the-state' });
    const { searchParams } = new URL(url);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'backstage',
      response_type: 'code',
      redirect_uri: 'http://localhost:7007/api/auth/spectrocloud/handler/frame',
      scope: 'openid email',
      state: 'the-state',
      nonce: secrets.nonce,
      prompt: 'none',
      code_challenge: createHash('sha256')
        .update(secrets.codeVerifier)
        .digest('base64url'),
      code_challenge_method: 'S256',
    });
    expect(secrets.codeVerifier).toMatch(/^[\w-]{43,128}$/);
  });

  it('adds what is configured to the authorization request', async () => {
    const { url } = await createRelyingParty(palette, {
      startUrlSearchParams: { organization: 'acme', state: 'not this one' },
    }).begin({ scope: 'openid', state: 'the-state' });
    const { searchParams } = new URL(url);
    expect(searchParams.get('organization')).toBe('acme');
    expect(searchParams.getAll('state')).toEqual(['the-state']);
  });

  describe('client authentication', () => {
    const received = () => {
      const { headers, form } = palette.requests.find(({ path }) =>
        path.endsWith('/token'),
      )!;
      return { authorization: headers.authorization, form };
    };

    it.each([
      [undefined, undefined, false],
      [undefined, ['client_secret_basic'], true],
      ['client_secret_basic', ['client_secret_post'], true],
      ['client_secret_post', ['client_secret_basic'], false],
    ] as const)(
      'configured %s, discovered %s',
      async (tokenEndpointAuthMethod, discovered, isBasic) => {
        palette.hooks.discovery = document => ({
          ...document,
          ...(discovered && {
            token_endpoint_auth_methods_supported: discovered,
          }),
        });
        await signIn({ tokenEndpointAuthMethod });
        const { authorization, form } = received();
        expect(authorization?.startsWith('Basic ') ?? false).toBe(isBasic);
        expect(form.get('client_secret')).toBe(isBasic ? null : CLIENT_SECRET);
      },
    );

    it.each([
      ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
      ['P-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ])(
      'signs an assertion with a private key of type %s',
      async (_type, make) => {
        const { privateKey, publicKey } = make();
        await signIn({
          tokenEndpointAuthMethod: 'private_key_jwt',
          clientSecret: '',
          clientPrivateKey: { key: privateKey, id: 'k1' },
        });
        const { authorization, form } = received();
        expect(authorization).toBeUndefined();
        expect(form.get('client_secret')).toBeNull();
        expect(form.get('client_assertion_type')).toBe(
          'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        );
        const { payload, protectedHeader } = await jwtVerify(
          form.get('client_assertion')!,
          publicKey,
          { issuer: 'backstage', subject: 'backstage' },
        );
        expect([payload.aud].flat()).toContain(palette.issuer);
        expect(protectedHeader.kid).toBe('k1');
      },
    );
  });

  it.each([
    [{ require_pushed_authorization_requests: true }, /pushed authorization/],
    [{ require_signed_request_object: true }, /signed request objects/],
    [
      { token_endpoint_auth_methods_supported: ['tls_client_auth'] },
      /client authentication by tls_client_auth/,
    ],
  ])('names what is not supported: %j', async (demand, message) => {
    palette.hooks.discovery = document => ({ ...document, ...demand });
    await expect(signIn()).rejects.toMatchObject({
      reason: 'misconfigured',
      cause: { message: expect.stringMatching(message) },
    });
  });

  it('takes an encrypted ID token for what can not be had here, not for a forged one', async () => {
    palette.hooks.idToken = () => 'eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d';
    await expect(signIn()).rejects.toMatchObject({
      reason: 'misconfigured',
      transient: false,
    });
  });

  it('says once that no refresh token was granted, and what to ask for', async () => {
    const logger = mockServices.logger.mock();
    const relyingParty = new RelyingParty({
      environment: environmentConfig(palette.issuer),
      logger,
    });
    await logIn(relyingParty, palette);
    await logIn(relyingParty, palette);
    const lines = logger.info.mock.calls.map(([line]) => line);
    expect(lines.filter(line => line.includes('offline_access'))).toHaveLength(
      1,
    );
  });

  it('says in every call who calls, not which library it uses', async () => {
    await signIn();
    expect(palette.requests.length).toBeGreaterThan(2);
    for (const { headers } of palette.requests) {
      expect(headers['user-agent']).toMatch(
        /^backstage-spectrocloud\/\d+\.\d+\.\d+/,
      );
    }
  });

  it('uses another verifier and nonce for each login', async () => {
    const relyingParty = createRelyingParty(palette);
    const one = await relyingParty.begin({ scope: 'openid', state: 's' });
    const other = await relyingParty.begin({ scope: 'openid', state: 's' });
    expect(one.secrets.nonce).not.toBe(other.secrets.nonce);
    expect(one.secrets.codeVerifier).not.toBe(other.secrets.codeVerifier);
  });

  describe('at_hash', () => {
    it('accepts the one of the access token', async () => {
      claims({ at_hash: atHash(ACCESS_TOKEN) });
      await expect(signIn()).resolves.toMatchObject({ subject: ADA.sub });
    });

    it.each([atHash('another'), '', 7])('rejects %p', async at_hash => {
      claims({ at_hash });
      await expect(signIn()).rejects.toMatchObject(rejected);
    });
  });

  it.each([
    ['azp of another client', { azp: 'someone-else' }],
    ['several audiences without azp', { aud: ['backstage', 'other'] }],
    ['a sub that is too long', { sub: 'x'.repeat(256) }],
    ['a sub that is no text', { sub: 7 }],
    ['a sub with a control character', { sub: 'a\u0000b' }],
    ['an exp that is no number', { exp: 'tomorrow' }],
  ])('rejects %s', async (_, change) => {
    claims(change);
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it('accepts several audiences with our azp', async () => {
    claims({ aud: ['backstage', 'other'], azp: 'backstage' });
    await expect(signIn()).resolves.toBeDefined();
  });

  describe('clocks', () => {
    it('tolerates an ID token from the near future', async () => {
      claims({ iat: inSeconds(25), nbf: inSeconds(25) });
      await expect(signIn()).resolves.toBeDefined();
    });

    it.each([
      ['has just expired', -25],
      ['expired long ago', -600],
    ])(
      'says by how much they differ of an ID token that %s',
      async (_, exp) => {
        claims({ iat: inSeconds(exp - 15), exp: inSeconds(exp) });
        const failure = await signIn().catch(error => error);
        expect(failure).toMatchObject({ reason: 'clock_skew' });
        const [, seconds] =
          /differ by about (\d+) seconds.*NTP/.exec(failure.message) ?? [];
        expect(Number(seconds)).toBeGreaterThanOrEqual(15 - exp);
        expect(Number(seconds)).toBeLessThan(25 - exp);
      },
    );

    it.each([
      ['exp', -600],
      ['iat', 600],
      ['nbf', 600],
    ])('has a reason of its own for %s off by %s s', async (name, by) => {
      claims({ [name]: inSeconds(by) });
      await expect(signIn()).rejects.toMatchObject({ reason: 'clock_skew' });
    });

    it('tolerates what is configured', async () => {
      claims({ iat: inSeconds(100) });
      await expect(
        signIn({ clockToleranceSeconds: 120 }),
      ).resolves.toBeDefined();
    });
  });

  it('rejects the type of another kind of token', async () => {
    palette.hooks.idTokenHeader = header => ({ ...header, typ: 'logout+jwt' });
    await expect(signIn()).rejects.toMatchObject(rejected);
  });

  it.each(['none', 'noNe', 'RS256'])(
    'rejects an HS256 ID token whatever algorithm it names first (%s)',
    async alg => {
      palette.hooks.discovery = document => ({
        ...document,
        id_token_signing_alg_values_supported: [alg, 'HS256'],
      });
      palette.hooks.idToken = token =>
        new SignJWT(decodeJwt(token))
          .setProtectedHeader({ alg: 'HS256' })
          .sign(Buffer.from(CLIENT_SECRET));
      await expect(signIn()).rejects.toMatchObject(rejected);
    },
  );

  it('ignores keys that the ID token brings along', async () => {
    const own = await palette.createKey();
    palette.hooks.idToken = token =>
      new SignJWT(decodeJwt(token))
        .setProtectedHeader({
          alg: 'RS256',
          kid: own.kid,
          jwk: own.jwk,
          jku: `${palette.url}/evil`,
        })
        .sign(own.privateKey);
    await expect(signIn()).rejects.toMatchObject(rejected);
    expect(palette.count('/evil')).toBe(0);
  });

  it('rejects an ID token that is too long', async () => {
    claims({ padding: 'x'.repeat(600 * 1024) });
    await expect(signIn()).rejects.toMatchObject({
      reason: 'malformed_response',
    });
  });

  it('signs in with 64 kB of groups', async () => {
    claims({
      groups: Array.from(
        { length: 2000 },
        (_, i) => `group-${i}-${'x'.repeat(20)}`,
      ),
    });
    await expect(signIn()).resolves.toBeDefined();
  });

  it('takes no session from an answer without an ID token', async () => {
    palette.hooks.tokenResponse = ({ id_token, ...body }) => body;
    await expect(signIn()).rejects.toMatchObject({ transient: false });
  });

  it('tells keys that can not be fetched from a bad signature', async () => {
    palette.hooks.intercept = path =>
      path.endsWith('/keys') ? { status: 500 } : undefined;
    await expect(signIn()).rejects.toMatchObject({
      reason: 'palette_unavailable',
    });
  });

  describe('with endpoints that are no more than derived', () => {
    const misconfigured = {
      reason: 'misconfigured',
      cause: {
        message: expect.stringMatching(
          /openid-configuration has no discovery document .* set auth\.providers\.spectrocloud\.development\.issuer/,
        ),
      },
    };

    beforeEach(() => {
      palette.hooks.discovery = () => undefined;
    });

    it('signs in where they fit', async () => {
      await expect(signIn()).resolves.toMatchObject({ email: ADA.email });
    });

    it('names the issuer as the remedy where the response is of another', async () => {
      await expect(
        signIn({}, 'https://keycloak.example/realms/acme'),
      ).rejects.toMatchObject(misconfigured);
      expect(palette.count('/token')).toBe(0);
    });

    it('names the issuer as the remedy where the ID token is of another', async () => {
      claims({ iss: 'https://keycloak.example/realms/acme' });
      await expect(signIn()).rejects.toMatchObject({
        ...misconfigured,
        cause: {
          message: expect.stringMatching(
            /Palette names https:\/\/keycloak\.example\/realms\/acme/,
          ),
        },
      });
    });

    it.each([
      { status: 404 },
      { status: 302 },
      { status: 200, body: '<html>' },
      { status: 200, body: '{}' },
    ])('names the issuer as the remedy where the keys are %j', async answer => {
      palette.hooks.intercept = path =>
        path.endsWith('/keys') ? answer : undefined;
      await expect(signIn()).rejects.toMatchObject(misconfigured);
    });

    it('takes keys that can not be had now for an outage', async () => {
      palette.hooks.intercept = path =>
        path.endsWith('/keys') ? { status: 503 } : undefined;
      await expect(signIn()).rejects.toMatchObject({
        reason: 'palette_unavailable',
      });
    });
  });

  it('does not blame the configuration for another issuer where there is a document', async () => {
    await expect(signIn({}, 'https://evil.example')).rejects.toMatchObject({
      reason: 'wrong_issuer',
    });
  });

  it('tells a Palette that nobody listens at', async () => {
    const gone = await TestPalette.start();
    const relyingParty = createRelyingParty(gone);
    await gone.close();
    await expect(
      relyingParty.begin({ scope: 'openid', state: 's' }),
    ).rejects.toMatchObject({ reason: 'palette_unavailable' });
  });

  it('goes on without userinfo that hangs, within the timeout', async () => {
    palette.hooks.intercept = path =>
      path.endsWith('/userinfo') ? { status: 200, hang: true } : undefined;
    claims({ email: undefined });
    const startedAt = Date.now();
    const { missed, subject } = await signIn({ timeoutMs: 2_000 });
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect(subject).toBe(ADA.sub);
    expect(missed).toMatchObject({ name: 'TimeoutError' });
  });

  it.each([401, 503])(
    'says that userinfo was missed, and why, when it answers %s',
    async status => {
      palette.hooks.intercept = path =>
        path.endsWith('/userinfo') ? { status } : undefined;
      claims({ email: undefined });
      const { missed } = await signIn();
      expect(missed).toBeInstanceOf(Error);
    },
  );

  it.each<[string, Record<string, unknown>]>([
    ['a list for scope', { scope: ['openid', 'email'] }],
    ['a negative expires_in', { expires_in: -1 }],
    ['no number for expires_in', { expires_in: 'soon' }],
    ['the token_type N_A', { token_type: 'N_A' }],
    ['the token_type DPoP', { token_type: 'DPoP' }],
  ])('takes a token response with %s', async (_title, members) => {
    palette.hooks.tokenResponse = body => ({ ...body, ...members });
    await expect(signIn()).resolves.toMatchObject({ subject: ADA.sub });
  });

  describe('RFC 9207', () => {
    beforeEach(() => {
      palette.hooks.discovery = document => ({
        ...document,
        authorization_response_iss_parameter_supported: true,
      });
    });

    it('demands iss where discovery announces it', async () => {
      await expect(signIn()).rejects.toMatchObject({ reason: 'wrong_issuer' });
      expect(palette.count('/token')).toBe(0);
    });

    it('compares it', async () => {
      await expect(signIn({}, palette.issuer)).resolves.toBeDefined();
      await expect(signIn({}, `${palette.issuer}/`)).rejects.toMatchObject({
        reason: 'wrong_issuer',
      });
    });
  });

  describe('e-mail', () => {
    it.each([false, 'false', 0])('refuses email_verified %p', async value => {
      claims({ email_verified: value });
      await expect(signIn()).rejects.toMatchObject({
        reason: 'email_unverified',
      });
    });

    it('accepts an absent email_verified unless it is required', async () => {
      claims({ email_verified: undefined });
      await expect(signIn()).resolves.toMatchObject({ email: ADA.email });
      await expect(
        signIn({ requireVerifiedEmail: true }),
      ).rejects.toMatchObject({ reason: 'email_unverified' });
    });

    it('never takes the subject instead', async () => {
      palette.user = { sub: 'ada@acme.example' };
      await expect(signIn()).resolves.toMatchObject({ email: undefined });
    });

    it.each(['a@b@acme.example', 'ada', '@acme.example', 'a b@acme.example'])(
      'takes %s for no address',
      async email => {
        claims({ email });
        await expect(signIn()).resolves.toMatchObject({ email: undefined });
      },
    );

    it('does not let userinfo verify the address of the ID token', async () => {
      palette.hooks.idTokenClaims = ({ email_verified, given_name, ...rest }) =>
        rest;
      palette.hooks.userInfo = body => ({ ...body, email: 'other@x.example' });
      await expect(
        signIn({ requireVerifiedEmail: true }),
      ).rejects.toMatchObject({ reason: 'email_unverified' });
    });
  });
});
