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
      ['calls it a bad request', { status: 400 }],
      ['calls it unprocessable', { status: 422 }],
      ['denies it', { status: 403 }],
    ])('lists the same clusters where Palette %s', async (_, answer) => {
      api.palette.on('GET /v1/users/me', answer);
      const { body } = await api.asUser().get('/clusters');
      expect(body.clusters).toHaveLength(2);
    });

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
