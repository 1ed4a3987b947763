import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

describe('lists without a project', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    api.palette.on('GET /v1/users/me', {
      body: {
        ...fixtures.userMe,
        status: {
          ...fixtures.userMe.status,
          projectPermissions: { p1: [], p2: [], p3: [] },
        },
      },
    });
  });

  afterEach(() => api.stop());

  const scopes = () =>
    api.palette.calls
      .filter(({ path }) => !path.startsWith('/v1/users/me'))
      .map(({ headers }) => headers.projectuid);

  it.each([
    ['get', '/clusters', 'clusters', 2],
    ['post', '/profiles/search', 'profiles', 1],
    ['get', '/clustergroups', 'clusterGroups', 1],
    ['get', '/cloudaccounts/aws', 'accounts', 2],
    ['get', '/users/sshkeys', 'sshKeys', 1],
    ['get', '/overlords', 'overlords', 1],
  ] as const)(
    'are read in each of the projects, and show everything once: %s %s',
    async (method, path, envelope, count) => {
      const response = await (method === 'get'
        ? api.asUser().get(path)
        : api.asUser().post(path, {}));
      expect(response.body[envelope]).toHaveLength(count);
      expect(scopes()).toEqual(['p1', 'p2', 'p3']);
    },
  );

  it('are read once in the tenant where the caller may', async () => {
    api.palette.on('GET /v1/users/me', {
      body: {
        ...fixtures.userMe,
        status: {
          tenant: { tenantUid: 'tenant-1' },
          tenantPermissions: { tenant: ['sshKey.list'] },
        },
      },
    });
    await api.asUser().get('/users/sshkeys');
    expect(scopes()).toEqual([undefined]);
  });

  it('go on with the projects where Palette refuses the tenant after all', async () => {
    api.palette
      .on('GET /v1/users/me', {
        body: {
          ...fixtures.userMe,
          status: {
            tenant: { tenantUid: 'tenant-1' },
            tenantPermissions: { tenant: ['sshKey.list'] },
            projectPermissions: { p1: [] },
          },
        },
      })
      .on('GET /v1/users/assets/sshkeys', ({ headers }) =>
        headers.projectuid
          ? { body: fixtures.sshKeys }
          : { status: 403, body: { code: 'OperationForbidden' } },
      );
    const response = await api.asUser().get('/users/sshkeys');
    expect(response.body.sshKeys).toHaveLength(1);
    expect(scopes()).toEqual([undefined, 'p1']);
  });

  it.each(['', '/packs', '/variables'])(
    'need not be read to find a profile of which only the uid is known: /profiles/:uid%s',
    async path => {
      const inTenant = await api.asUser().get(`/profiles/profile-1${path}`);
      expect(inTenant.status).toBe(200);
      expect(scopes()).toEqual(['p1']);
      api.palette.calls.length = 0;
      api.palette.on(`GET /v1/clusterprofiles/*${path}`, ({ headers }) =>
        headers.projectuid === 'p2'
          ? { body: path ? {} : fixtures.profile }
          : { status: headers.projectuid === 'p1' ? 403 : 404 },
      );
      const found = await api.asUser().get(`/profiles/profile-1${path}`);
      expect(found.status).toBe(200);
      expect(scopes()).toEqual(['p1', 'p2']);
      api.palette.on(`GET /v1/clusterprofiles/*${path}`, { status: 404 });
      const unknown = await api.asUser().get(`/profiles/profile-9${path}`);
      expect(unknown.status).toBe(404);
    },
  );
});
