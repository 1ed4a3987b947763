import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from './__testUtils__/startTestApi';

describe('spectroCloudPlugin', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  afterAll(() => api.stop());

  it('is healthy without credentials', async () => {
    const response = await api.asNobody().get('/health');
    expect(response.status).toBe(200);
  });

  it('lists clusters as the user, with their session token', async () => {
    api.tokens.signIn(DANA);
    api.palette
      .on('GET /v1/users/me', {
        body: {
          status: {
            tenant: { tenantUid: 'tenant-1' },
            projectPermissions: { p1: ['cluster.list'] },
          },
        },
      })
      .on('POST /v1/dashboard/spectroclusters/search', {
        body: {
          items: [
            {
              metadata: { uid: 'c1', name: 'one' },
              specSummary: { cloudConfig: { cloudType: 'eks' } },
              status: { state: 'Running' },
            },
          ],
        },
      });
    const response = await api.asUser().get('/clusters');
    expect(response.body.error).toBeUndefined();
    expect(response.body.clusters).toHaveLength(1);
    expect(api.palette.calls[1].headers).toMatchObject({
      authorization: 'token-of-dana',
      projectuid: 'p1',
    });
    expect(api.palette.calls[1].headers.apikey).toBeUndefined();
  });

  it('asks a user without a session to sign in', async () => {
    const response = await api.asUser(ADA).get('/clusters');
    expect(response.status).toBe(401);
    expect(response.headers['x-spectrocloud-reauth-required']).toBe('true');
    expect(response.body.error).toMatchObject({
      name: 'ReauthenticationRequiredError',
      environment: 'development',
    });
  });
});
