import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

describe('getMe', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA, { expiresAt: new Date('2026-12-01T00:00:00Z') });
    answerAll(api.palette);
  });

  afterEach(() => api.stop());

  it('tells name, e-mail, tenant, permissions and when the session ends', async () => {
    const { body } = await api.asUser().get('/users/me');
    expect(body).toEqual({
      instance: 'demo',
      name: 'Dana Developer',
      email: 'dana@acme.example',
      userUid: 'palette-dana',
      tenantUid: 'tenant-1',
      tenantName: 'demo',
      tenantPermissions: ['project.list'],
      projectPermissions: { 'project-1': ['cluster.list', 'cluster.get'] },
      session: {
        environment: 'development',
        expiresAt: '2026-12-01T00:00:00.000Z',
      },
    });
  });

  it('shows rights and projects no longer than lists once Palette has taken them away', async () => {
    const brief = await startTestApi({
      spectrocloud: { listTtl: { milliseconds: 1 } },
    });
    brief.tokens.signIn(DANA);
    answerAll(brief.palette);
    const ask = async () => {
      const by = brief.asUser();
      const me = await by.get('/users/me');
      const { body } = await by.get('/clusters/cluster-1?projectUid=project-1');
      return [Object.keys(me.body.projectPermissions), body.spec.projectName];
    };
    expect(await ask()).toEqual([['project-1'], 'Payments']);
    brief.palette
      .on('GET /v1/users/me', {
        body: { ...fixtures.userMe, status: {} },
      })
      .on('GET /v1/dashboard/projects/metadata', { body: { items: [] } });
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
    expect(await ask()).toEqual([[], undefined]);
    await brief.stop();
  });

  describe('where Palette has no /v1/users/me', () => {
    beforeEach(() => {
      api.palette
        .on('GET /v1/users/me', { status: 404 })
        .on('GET /v1/users/info', { body: fixtures.userInfo })
        .on('GET /v1/users/palette-dana', { body: fixtures.user });
    });

    it('asks the documented endpoints', async () => {
      const { body } = await api.asUser().get('/users/me');
      expect(body).toMatchObject({
        name: 'Dana Developer',
        email: 'dana@acme.example',
        tenantUid: 'tenant-1',
        projectPermissions: { 'project-1': [] },
      });
    });

    it.each([
      ['takes me for a uid', { body: fixtures.user }],
      [
        'leaves out the status',
        { body: { metadata: { uid: 'palette-dana' } } },
      ],
      ['names no tenant', { body: { ...fixtures.userMe, status: {} } }],
      ['calls it a bad request', { status: 400 }],
      ['denies it', { status: 403 }],
      ['does not let it be read', { status: 405 }],
      ['had it once', { status: 410 }],
      ['calls it unprocessable', { status: 422 }],
      ['has yet to make it', { status: 501 }],
    ])('lists the same clusters where Palette %s', async (_, answer) => {
      api.palette.on('GET /v1/users/me', answer);
      const { body } = await api.asUser().get('/clusters');
      expect(body.clusters).toHaveLength(2);
    });

    it('tells the log so, once, and nothing of the user', async () => {
      await api.asUser().get('/users/me');
      await api.asUser().get('/users/me').set('Cache-Control', 'no-cache');
      expect(
        api.palette.lines.filter(line => line === 'GET /v1/users/info'),
      ).toHaveLength(2);
      expect(api.logger.warn.mock.calls).toEqual([
        [
          expect.stringMatching(
            /^Palette 'demo' does not tell at \/v1\/users\/me/,
          ),
        ],
      ]);
      expect(JSON.stringify(api.logger.warn.mock.calls)).not.toContain('dana');
    });

    it.each([
      ['lists no project', { body: { items: [] } }],
      ['lets no project be listed', { status: 403 }],
    ])('asks Palette for what there is where it %s', async (_, answer) => {
      api.palette.on('GET /v1/dashboard/projects/metadata', answer);
      const seen = await api.asUser().get('/clusters');
      expect(seen.body.clusters).toHaveLength(2);
      api.palette.on('POST /v1/dashboard/spectroclusters/search', {
        status: 403,
      });
      const denied = await api
        .asUser()
        .get('/clusters')
        .set('Cache-Control', 'no-cache');
      expect(denied.status).toBe(403);
    });

    it.each([[{}], [{ userUid: 'palette-dana' }], [{ tenantUid: 'tenant-1' }]])(
      'answers 502, never an empty list, where Palette does not say who asks (%j)',
      async body => {
        api.palette.on('GET /v1/users/info', { body });
        const response = await api.asUser().get('/clusters');
        expect(response.status).toBe(502);
        expect(response.body.error.message).toContain('which user');
      },
    );

    it('goes on without the name of a user who may not read even themselves', async () => {
      api.palette.on('GET /v1/users/palette-dana', { status: 403 });
      const { body } = await api.asUser().get('/users/me');
      expect(body).toMatchObject({ name: 'palette-dana', tenantName: 'demo' });
    });

    it('still lists the clusters of the projects that Palette names', async () => {
      const { body } = await api.asUser().get('/clusters');
      expect(body.clusters).toHaveLength(2);
    });
  });
});
