import { clusterRow, userMe } from '../__fixtures__/palette';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const SEARCH = 'POST /v1/dashboard/spectroclusters/search';

describe('GET /users/me/visibility', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
    api.tokens.signIn(DANA);
  });

  afterAll(() => api.stop());

  const answerWith = (tenant: string[], projects: string[]) =>
    api.palette.on('GET /v1/users/me', {
      body: {
        ...userMe,
        status: {
          ...userMe.status,
          tenantPermissions: { tenant },
          projectPermissions: Object.fromEntries(
            projects.map(uid => [uid, ['cluster.list']]),
          ),
        },
      },
    });

  it('names the clusters and the projects of who doesn’t see all', async () => {
    answerWith([], ['p1']);
    api.palette.on(SEARCH, { body: { items: [clusterRow('c1', 'one')] } });
    const { body } = await api.asUser().get('/users/me/visibility');
    expect(body).toEqual({
      tenantUid: 'tenant-1',
      everything: false,
      clusterUids: ['c1'],
      projectUids: ['p1'],
    });
  });

  it('names none to who sees all', async () => {
    answerWith(['cluster.list', 'project.list', 'clusterProfile.list'], ['p1']);
    const { body } = await api.asUser().get('/users/me/visibility');
    expect(body).toEqual({
      tenantUid: 'tenant-1',
      everything: true,
      clusterUids: [],
      projectUids: [],
    });
  });

  it('is not everything for who may list the clusters alone', async () => {
    answerWith(['cluster.list'], []);
    const { body } = await api.asUser().get('/users/me/visibility');
    expect(body.everything).toBe(false);
  });
});
