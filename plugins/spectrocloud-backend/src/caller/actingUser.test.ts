import { mockCredentials } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { answerAll } from '../__testUtils__/routeCases';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';
import * as fixtures from '../__fixtures__/palette';

const ADA_ME = {
  ...fixtures.userMe,
  metadata: { uid: 'palette-ada' },
  spec: { emailId: 'ada@acme.example' },
};

describe('the acting user', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({
      spectrocloud: { listTtl: { seconds: 0 } },
      environments: url => [
        { name: 'demo', url, tenant: 'demo' },
        { name: 'stage', url, authEnvironment: 'staging' },
        { name: 'by-uid', url, tenant: 'tenant-1' },
        { name: 'elsewhere', url, tenant: 'tenant-2' },
      ],
    });
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    answerAll(api.palette);
    api.tokens.signIn(DANA);
    api.tokens.signIn(ADA);
    // Palette knows tokens, not people.
    api.palette.on('GET /v1/users/me', ({ headers }) => {
      const { authorization } = headers;
      if (authorization === 'token-of-ada') return { body: ADA_ME };
      return authorization?.startsWith('dana-') ||
        authorization === 'token-of-dana'
        ? { body: fixtures.userMe }
        : { status: 401 };
    });
  });

  afterAll(() => api.stop());

  const sentTokens = () =>
    new Set(
      api.palette.calls
        .filter(({ path }) => path !== '/v1/users/me')
        .map(({ headers }) => headers.authorization),
    );

  describe('X-SpectroCloud-User-Email', () => {
    it('passes when it is the e-mail of the session, ignoring case', async () => {
      const response = await api
        .asUser()
        .get('/projects')
        .set('X-SpectroCloud-User-Email', 'DANA@Acme.example');
      expect(response.status).toBe(200);
    });

    it(`never selects another user's token`, async () => {
      const response = await api
        .asUser()
        .get('/projects')
        .set('X-SpectroCloud-User-Email', 'ada@acme.example');
      expect(response.status).toBe(403);
      expect(api.palette.calls).toHaveLength(0);
    });

    it('is not the address that folding makes of the session’s', async () => {
      const { identity } = api.tokens.signIn(DANA);
      api.tokens.signIn(DANA, {
        identity: { ...identity, email: 'dana@acme\u017F.example' },
      });
      const response = await api
        .asUser()
        .get('/projects')
        .set('X-SpectroCloud-User-Email', 'dana@acmes.example');
      expect(response.status).toBe(403);
    });

    it.each(['X_SpectroCloud_User_Email', 'X-Forwarded-User', 'X-Remote-User'])(
      'has no look-alike: %s',
      async header => {
        const response = await api
          .asUser()
          .get('/projects')
          .set(header, 'ada@acme.example');
        expect(response.status).toBe(200);
        expect(sentTokens()).toEqual(new Set(['token-of-dana']));
      },
    );

    it('is no identity without a session', async () => {
      api.tokens.reset();
      api.tokens.signIn(ADA);
      const response = await api
        .asUser()
        .get('/projects')
        .set('X-SpectroCloud-User-Email', 'ada@acme.example');
      expect(response.status).toBe(401);
      expect(api.palette.calls).toHaveLength(0);
    });
  });

  describe('X-SpectroCloud-Token', () => {
    const withToken = (token: string) =>
      api.asUser().get('/projects').set('X-SpectroCloud-Token', token);

    it(`is used when Palette says it is the caller's`, async () => {
      const response = await withToken('dana-other-session');
      expect(response.status).toBe(200);
      expect(sentTokens()).toEqual(new Set(['dana-other-session']));
    });

    it(`is refused when it is another user's`, async () => {
      const response = await withToken('token-of-ada');
      expect(response.status).toBe(403);
      expect(sentTokens()).toEqual(new Set());
    });

    it('is refused when the same user uid is of another tenant', async () => {
      api.palette.on('GET /v1/users/me', {
        body: {
          ...fixtures.userMe,
          status: { tenant: { tenantUid: 'tenant-2', orgName: 'demo' } },
        },
      });
      const response = await withToken('dana-elsewhere');
      expect(response.status).toBe(403);
    });

    it('is refused when Palette tells nothing about its owner', async () => {
      api.palette
        .on('GET /v1/users/me', { body: {} })
        .on('GET /v1/users/info', { body: {} });
      const response = await withToken('dana-nobody');
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(api.palette.lines).not.toContain('POST /v1/dashboard/projects');
    });

    it('drops nothing when Palette refuses it', async () => {
      const response = await withToken('expired-token');
      expect(response.status).toBe(401);
      expect(response.headers['x-spectrocloud-reauth-required']).toBe('true');
      expect(api.tokens.refused).toEqual([]);
    });

    it('drops nothing when Palette refuses it later on', async () => {
      await withToken('dana-short');
      api.palette.on('POST /v1/dashboard/projects', { status: 401 });
      const response = await withToken('dana-short');
      expect(response.status).toBe(401);
      expect(api.tokens.refused).toEqual([]);
    });

    it('opens nothing without a session', async () => {
      api.tokens.reset();
      const response = await withToken('dana-other-session');
      expect(response.status).toBe(401);
      expect(api.palette.calls).toHaveLength(0);
    });

    it.each(['Bearer abc', 'a b', 'a;b', 'x'.repeat(9000), 'é'])(
      'has to look like a token: %.20s',
      async token => {
        const response = await withToken(token);
        expect(response.status).toBe(400);
        expect(api.palette.calls).toHaveLength(0);
      },
    );
  });

  describe('cookie spectrocloud-api-token', () => {
    it('is only handed to the token service, never to Palette', async () => {
      await api
        .asUser()
        .get('/projects')
        .set('Cookie', 'a=b; spectrocloud-api-token=sealed%2Fvalue; c=d');
      expect(api.tokens.lookUps[0].sealedCookie).toBe('sealed/value');
      expect(api.palette.calls[0].headers.cookie).toBeUndefined();
    });

    it('is that of the auth environment of the instance', async () => {
      await api
        .asUser()
        .get('/projects?instance=stage')
        .set(
          'Cookie',
          'spectrocloud-api-token=one; spectrocloud-api-token-staging=two',
        );
      expect(api.tokens.lookUps[0]).toMatchObject({
        environment: 'staging',
        sealedCookie: 'two',
      });
    });

    it('identifies nobody by itself', async () => {
      const response = await api
        .asNobody()
        .get('/projects')
        .set('Cookie', 'spectrocloud-api-token=sealed');
      expect(response.status).toBe(401);
      expect(api.tokens.lookUps).toHaveLength(0);
    });

    it('is renewed when the token service says so', async () => {
      api.tokens.signIn(DANA, {
        setCookie: 'spectrocloud-api-token=new; HttpOnly; Path=/',
      });
      const response = await api.asUser().get('/projects');
      expect(response.headers['set-cookie']).toEqual([
        'spectrocloud-api-token=new; HttpOnly; Path=/',
      ]);
    });
  });

  describe('environments', () => {
    it('uses the token of the auth environment of the instance only', async () => {
      const missing = await api.asUser().get('/projects?instance=stage');
      expect(missing.status).toBe(401);
      expect(missing.body.error.environment).toBe('staging');
      api.tokens.signIn(DANA, {
        environment: 'staging',
        token: 'dana-staging',
      });
      const response = await api.asUser().get('/projects?instance=stage');
      expect(response.status).toBe(200);
      expect(sentTokens()).toEqual(new Set(['dana-staging']));
    });

    it('takes the uid of the tenant as well as its name', async () => {
      const response = await api.asUser().get('/projects?instance=by-uid');
      expect(response.status).toBe(200);
    });

    it('never sends a token to an instance of another tenant', async () => {
      const response = await api.asUser().get('/projects?instance=elsewhere');
      expect(response.status).toBe(403);
      expect(api.palette.calls).toHaveLength(0);
    });

    it('refuses a session that the token service gives for another environment', async () => {
      const session = api.tokens.signIn(DANA);
      api.tokens.sessions.set(`${DANA} development`, {
        ...session,
        environment: 'staging',
      });
      const response = await api.asUser().get('/projects');
      expect(response.status).toBe(403);
      expect(api.palette.calls).toHaveLength(0);
    });

    it('answers an unknown instance with the known names', async () => {
      const response = await api.asUser().get('/projects?instance=prod');
      expect(response.status).toBe(404);
      expect(response.body.error.message).toBe(
        `Unknown instance; known are 'demo', 'stage', 'by-uid', 'elsewhere'`,
      );
    });
  });

  it('acts for the user of the credentials when a plugin calls on their behalf', async () => {
    await api
      .as(
        `Bearer ${mockCredentials.user.token(ADA, { actor: { subject: 'plugin:mcp-actions' } })}`,
      )
      .get('/projects');
    expect(sentTokens()).toEqual(new Set(['token-of-ada']));
  });

  it('passes an unavailable token service on as 503 with Retry-After, not as a sign-out', async () => {
    api.tokens.failure = new ServiceUnavailableError('database down');
    const response = await api.asUser().get('/projects');
    expect(response.status).toBe(503);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect(response.headers['x-spectrocloud-reauth-required']).toBeUndefined();
  });
});
