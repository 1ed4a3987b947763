import { setTimeout as delay } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { SignJWT, decodeJwt } from 'jose';
import {
  ADA,
  CLIENT_SECRET,
  TestPalette,
  createSessionToken,
} from '../__testUtils__/TestPalette';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import { createRelyingParty } from '../__testUtils__/relyingPartyLogin';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { RelyingParty } from './RelyingParty';
import type { RefreshOptions } from './logins';
import type { Fetch } from './paletteFetch';

const ROTATED = 'a-rotated-refresh-token';

describe('refreshTokens', () => {
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  const regular = (): RefreshOptions => ({
    refreshToken: 'a-refresh-token',
    issuer: palette.issuer,
    subject: ADA.sub,
  });
  const refresh = (
    options: Partial<RefreshOptions> = {},
    changes: Partial<EnvironmentConfig> = {},
  ) =>
    createRelyingParty(palette, changes).refresh({ ...regular(), ...options });
  const refreshWith = (replaced: Fetch, timeoutMs = 2_000) =>
    new RelyingParty({
      environment: environmentConfig(palette.issuer, { timeoutMs }),
      logger: mockServices.logger.mock(),
      fetch: replaced,
    }).refresh(regular());
  const refused = { name: 'AuthenticationError' };

  const answer = (
    endpoint: string,
    response: { status: number; body?: string; hang?: boolean },
  ) => {
    palette.hooks.intercept = path =>
      path.endsWith(endpoint) ? response : undefined;
  };
  const rotate = (refreshToken: string = ROTATED) => {
    palette.hooks.tokenResponse = body => ({
      ...body,
      refresh_token: refreshToken,
    });
  };
  const claims = (change: Record<string, unknown>) => {
    palette.hooks.idTokenClaims = before => ({ ...before, ...change });
  };
  const inSeconds = (seconds: number) =>
    Math.floor(Date.now() / 1000) + seconds;

  /** Ways in which an ID token can't be verified now, though nobody says no. */
  const UNVERIFIABLE: [string, string, () => void][] = [
    [
      'keys that answer 503',
      'palette_unavailable',
      () => answer('/keys', { status: 503 }),
    ],
    [
      'keys that are a maintenance page',
      'palette_unavailable',
      () => answer('/keys', { status: 200, body: '<html></html>' }),
    ],
    [
      'keys that are no key set',
      'id_token_rejected',
      () => answer('/keys', { status: 200, body: '{"keys":7}' }),
    ],
    [
      'keys that never come',
      'palette_timeout',
      () => answer('/keys', { status: 200, hang: true }),
    ],
    [
      'an empty key set',
      'id_token_rejected',
      () => {
        palette.hooks.keySet = () => [];
      },
    ],
    [
      'an unknown key',
      'id_token_rejected',
      () => {
        palette.hooks.idTokenHeader = header => ({ ...header, kid: 'unknown' });
      },
    ],
    [
      'a bad signature',
      'id_token_rejected',
      () => {
        palette.hooks.idToken = token =>
          token.replace(/\.[^.]+$/, `.${'A'.repeat(342)}`);
      },
    ],
    [
      'an HS256 signature',
      'id_token_rejected',
      () => {
        palette.hooks.idToken = token =>
          new SignJWT(decodeJwt(token))
            .setProtectedHeader({ alg: 'HS256' })
            .sign(Buffer.from(CLIENT_SECRET));
      },
    ],
    [
      'no signature',
      'id_token_rejected',
      () => {
        const none = Buffer.from('{"alg":"none"}').toString('base64url');
        palette.hooks.idToken = token =>
          token.replace(/^[^.]+/, none).replace(/[^.]+$/, '');
      },
    ],
    [
      'an encrypted ID token',
      'misconfigured',
      () => {
        palette.hooks.idToken = token => `${token}.a.b`;
      },
    ],
    [
      'something that is no JWT',
      'id_token_rejected',
      () => {
        palette.hooks.idToken = () => 'not-a-jwt';
      },
    ],
    [
      'an ID token without a subject',
      'id_token_rejected',
      () => claims({ sub: undefined }),
    ],
    [
      'an ID token that has just expired',
      'clock_skew',
      () => claims({ exp: inSeconds(-10) }),
    ],
    [
      'an ID token that has expired',
      'clock_skew',
      () => claims({ exp: inSeconds(-600) }),
    ],
    [
      'an ID token from the future (nbf)',
      'clock_skew',
      () => claims({ nbf: inSeconds(600) }),
    ],
    [
      'an ID token from the future (iat)',
      'clock_skew',
      () => claims({ iat: inSeconds(600) }),
    ],
    [
      'an ID token of over 512 KiB',
      'malformed_response',
      () => claims({ padding: 'x'.repeat(600 * 1024) }),
    ],
    [
      'userinfo of nobody',
      'malformed_response',
      () => {
        claims({ email: undefined });
        palette.hooks.userInfo = ({ sub, ...body }) => body;
      },
    ],
  ];

  it.each(UNVERIFIABLE)(
    'neither signs out nor adopts anything because of %s',
    async (_, reason, arrange) => {
      arrange();
      await expect(refresh({}, { timeoutMs: 10_000 })).rejects.toMatchObject({
        name: 'SpectroCloudSignInError',
        reason,
      });
    },
  );

  it.each(UNVERIFIABLE)(
    'keeps nothing but the rotated refresh token of an answer with %s',
    async (_, __, arrange) => {
      rotate();
      arrange();
      await expect(refresh({}, { timeoutMs: 1_000 })).resolves.toEqual({
        refreshToken: ROTATED,
      });
    },
  );

  it.each([
    ['another issuer', { iss: 'https://x.y' }],
    ['another subject', { sub: 'another' }],
    ['another audience', { aud: 'another' }],
    ['another client', { azp: 'another' }],
    ['another access token', { at_hash: 'another' }],
    ['an unverified address', { email_verified: false }],
  ])('signs out, rotated or not, because of %s', async (_, change) => {
    claims(change);
    await expect(refresh()).rejects.toMatchObject(refused);
    rotate();
    await expect(refresh()).rejects.toMatchObject(refused);
  });

  it('signs out when userinfo is of another user', async () => {
    claims({ email: undefined });
    rotate();
    palette.hooks.userInfo = body => ({ ...body, sub: 'another' });
    await expect(refresh()).rejects.toMatchObject(refused);
  });

  it('signs out when Palette refuses the refresh token', async () => {
    answer('/token', { status: 400, body: '{"error":"invalid_grant"}' });
    const refusal: Error = await refresh().then(
      () => new Error('renewed'),
      error => error,
    );
    expect(refusal).toMatchObject(refused);
    expect(refusal.message).toContain("(status 400) ('invalid_grant')");
    expect(refusal.message).not.toContain('a-refresh-token');
  });

  it('signs out rather than send the refresh token to another issuer', async () => {
    await expect(
      refresh({ issuer: `${palette.issuer}-former` }),
    ).rejects.toMatchObject(refused);
    expect(palette.count('/token')).toBe(0);
  });

  it.each([
    ['a maintenance page', '<html></html>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['an object without any token', '{"status":"maintenance"}'],
    ['an error with a success', '{"error":"invalid_grant"}'],
    ['an ID token that is no text', '{"id_token":7}'],
    ['more than a mebibyte', `{"padding":"${'x'.repeat(1024 * 1024)}"}`],
  ])('may be tried again when the grant answers %s', async (_, body) => {
    answer('/token', { status: 200, body });
    await expect(refresh()).rejects.toMatchObject({
      name: 'SpectroCloudSignInError',
    });
  });

  it.each([200, 400])(
    'may be tried again when a gateway answers %s with HTML',
    async status => {
      const fetchHtml: Fetch = async (url, init) =>
        url.endsWith('/token')
          ? new Response('<html></html>', {
              status,
              headers: { 'Content-Type': 'text/html' },
            })
          : fetch(url, init);
      await expect(refreshWith(fetchHtml)).rejects.toMatchObject({
        reason: 'provider_error',
      });
    },
  );

  it.each(['invalid_client', 'unauthorized_client', 'invalid_scope'])(
    'does not blame the user for %s',
    async error => {
      answer('/token', { status: 400, body: JSON.stringify({ error }) });
      await expect(refresh()).rejects.toMatchObject({
        name: 'SpectroCloudSignInError',
      });
    },
  );

  it.each([500, 503, 429])('takes a %s for transient', async status => {
    answer('/token', { status });
    await expect(refresh()).rejects.toMatchObject({
      reason: 'palette_unavailable',
      transient: true,
    });
  });

  it.each(['/token', '/.well-known/openid-configuration'])(
    'waits no longer than the timeout for %s',
    async endpoint => {
      answer(endpoint, { status: 200, hang: true });
      await expect(refresh({}, { timeoutMs: 200 })).rejects.toMatchObject({
        reason: 'palette_timeout',
        transient: true,
      });
    },
  );

  it('takes one timeout for all calls together, and keeps what came until then', async () => {
    rotate();
    const renewed = await refreshWith(async (url, init) => {
      await delay(/\/(token|keys)$/.test(url) ? 1_200 : 0);
      return fetch(url, init);
    }, 2_000);
    expect(renewed).toEqual({ refreshToken: ROTATED });
  });

  it('has nothing to try again where Palette does not offer the grant', async () => {
    answer('/token', {
      status: 400,
      body: '{"error":"unsupported_grant_type"}',
    });
    await expect(refresh()).resolves.toEqual({});
  });

  it.each([
    ['an access token', { refresh_token: undefined }],
    ['a refresh token', { access_token: undefined, refresh_token: ROTATED }],
  ])('has nothing to try again when all it gets is %s', async (_, change) => {
    palette.hooks.tokenResponse = ({ id_token, ...body }) => ({
      ...body,
      ...change,
    });
    await expect(refresh()).resolves.toEqual({});
  });

  it('keeps the refresh token where Palette does not rotate it', async () => {
    const { idToken, idTokenExpiresAt, ...renewed } = await refresh();
    expect(renewed).toEqual({
      refreshToken: 'a-refresh-token',
      claims: expect.objectContaining({ sub: ADA.sub }),
      email: ADA.email,
    });
    expect(idTokenExpiresAt?.getTime()).toBe(decodeJwt(idToken!).exp! * 1000);
  });

  it('takes no session token for a refresh token', async () => {
    rotate(await createSessionToken());
    await expect(refresh()).resolves.toMatchObject({
      refreshToken: 'a-refresh-token',
    });
    answer('/keys', { status: 503 });
    await expect(refresh()).rejects.toMatchObject({
      reason: 'palette_unavailable',
    });
  });

  describe('while userinfo is down', () => {
    const former = {
      email: ADA.email,
      email_verified: true,
      name: 'Ada Former',
      groups: ['former'],
    };

    beforeEach(() => answer('/userinfo', { status: 503 }));

    it('keeps the profile so far', async () => {
      claims({ email: undefined, email_verified: undefined });
      const renewed = await refresh({ claims: former });
      expect(renewed.claims).toMatchObject({
        email: ADA.email,
        email_verified: true,
        name: 'Ada Former',
        given_name: 'Ada',
      });
      expect(renewed.claims).not.toHaveProperty('groups');
    });

    it('keeps the new ID token when it hangs', async () => {
      answer('/userinfo', { status: 200, hang: true });
      claims({ email: undefined, jti: 'the new one' });
      const renewed = await refresh({ claims: former });
      expect(decodeJwt(renewed.idToken ?? '').jti).toBe('the new one');
    });

    it('does not let the former address vouch for another', async () => {
      claims({
        email: 'other@acme.example',
        email_verified: undefined,
        given_name: undefined,
      });
      const renewed = await refresh({ claims: former });
      expect(renewed.claims).toMatchObject({ email: 'other@acme.example' });
      expect(renewed.claims).not.toHaveProperty('email_verified');
    });
  });
});
