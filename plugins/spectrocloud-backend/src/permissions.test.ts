import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { spectroCloudPermissions } from '@terasky/backstage-plugin-spectrocloud-common';
import { answerAll } from './__testUtils__/routeCases';
import { DANA, startTestApi, type TestApi } from './__testUtils__/startTestApi';
import { PermissionGate } from './PermissionGate';

const SCOPE = '?projectUid=project-1';

describe('permissions', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
    answerAll(api.palette);
    api.tokens.signIn(DANA);
  });

  beforeEach(() => {
    api.denied.clear();
    api.authorize.mockClear();
  });

  afterAll(() => api.stop());

  it('are registered', () => {
    expect(api.addPermissions).toHaveBeenCalledWith(spectroCloudPermissions);
    expect(spectroCloudPermissions.map(({ name }) => name)).toEqual([
      'spectrocloud.cluster.view-info',
      'spectrocloud.cluster.download-kubeconfig',
      'spectrocloud.cluster.download-admin-kubeconfig',
      'spectrocloud.cluster.view-pack-values',
      'spectrocloud.cluster.view-pack-manifests',
      'spectrocloud.cluster.create',
      'spectrocloud.profile.view-info',
      'spectrocloud.profile.view-clusters',
    ]);
  });

  it(`are asked for with the user's credentials`, async () => {
    await api.asUser().get('/clusters');
    const [, { credentials }] = api.authorize.mock.calls[0];
    expect(credentials.principal).toEqual(mockCredentials.user(DANA).principal);
  });

  it('are not taken for denied when the check fails, nor for granted', async () => {
    api.authorize.mockRejectedValueOnce(new Error('permission backend down'));
    const response = await api.asUser().get('/clusters');
    expect(response.status).toBe(503);
    expect(response.get('Retry-After')).toBe('5');
    expect(response.body.clusters).toBeUndefined();
    expect(response.text).not.toContain('permission backend down');
  });

  it('deny a conditional decision, which these permissions have none of', async () => {
    api.authorize.mockResolvedValueOnce([{ result: 'CONDITIONAL' }]);
    const response = await api.asUser().get('/clusters');
    expect(response.status).toBe(403);
  });

  it('deny when the check answers nothing', async () => {
    api.authorize.mockResolvedValueOnce([]);
    const response = await api.asUser().get('/clusters');
    expect(response.status).toBe(403);
  });

  it.each([
    ['/clusters/cluster-1/profiles', 'profiles.0.spec.packs.0'],
    ['/profiles/profile-1/packs', 'packs.0'],
    ['/profiles/profile-1', 'spec.packs.0'],
  ])('keep values and manifests apart in %s', async (path, at) => {
    const packOf = (body: unknown) =>
      at
        .split('.')
        .reduce(
          (value, key) => (value as Record<string, unknown>)[key],
          body,
        ) as { values?: string; manifests?: unknown };
    const full = await api.asUser().get(`${path}${SCOPE}`);
    expect(packOf(full.body).values).toContain('pack');
    expect(packOf(full.body).manifests).toBeDefined();
    api.denied.add('spectrocloud.cluster.view-pack-values');
    const withoutValues = await api.asUser().get(`${path}${SCOPE}`);
    expect(packOf(withoutValues.body).values).toBeUndefined();
    expect(packOf(withoutValues.body).manifests).toBeDefined();
    api.denied.add('spectrocloud.cluster.view-pack-manifests');
    const bare = await api.asUser().get(`${path}${SCOPE}`);
    expect(packOf(bare.body).manifests).toBeUndefined();
  });

  it('hide which clusters use a profile', async () => {
    const full = await api.asUser().get('/profiles/profile-1');
    expect(full.body.status.inUseClusters).toHaveLength(1);
    api.denied.add('spectrocloud.profile.view-clusters');
    const hidden = await api.asUser().get('/profiles/profile-1');
    expect(hidden.body.status.inUseClusters).toBeUndefined();
  });

  it('do not let one kubeconfig permission stand for the other', async () => {
    api.denied.add('spectrocloud.cluster.download-admin-kubeconfig');
    const admin = await api
      .asUser()
      .get(`/clusters/cluster-1/kubeconfig${SCOPE}&kind=admin`);
    expect(admin.status).toBe(403);
    api.denied.clear();
    api.denied.add('spectrocloud.cluster.download-kubeconfig');
    const own = await api
      .asUser()
      .get(`/clusters/cluster-1/kubeconfig${SCOPE}`);
    expect(own.status).toBe(403);
    const adminOnly = await api
      .asUser()
      .get(`/clusters/cluster-1/kubeconfig${SCOPE}&kind=admin`);
    expect(adminOnly.status).toBe(200);
  });
});

describe('PermissionGate', () => {
  it('asks nobody when enablePermissions is false', async () => {
    const permissions = mockServices.permissions.mock();
    const gate = new PermissionGate({
      permissions,
      logger: mockServices.logger.mock(),
      enabled: false,
    });
    await gate.require(mockCredentials.user(), [spectroCloudPermissions[0]]);
    expect(permissions.authorize).not.toHaveBeenCalled();
  });
});
