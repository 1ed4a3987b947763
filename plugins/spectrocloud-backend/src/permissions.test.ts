import { mockCredentials } from '@backstage/backend-test-utils';
import { spectroCloudPermissions } from '@terasky/backstage-plugin-spectrocloud-common';
import { answerAll } from './__testUtils__/routeCases';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from './__testUtils__/startTestApi';

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
      'spectrocloud.cluster.view-import-manifest',
      'spectrocloud.cluster.download-logs',
      'spectrocloud.cluster.view-pack-values',
      'spectrocloud.cluster.view-pack-manifests',
      'spectrocloud.cluster.create',
      'spectrocloud.cluster.update',
      'spectrocloud.cluster.update-profiles',
      'spectrocloud.cluster.approve-repave',
      'spectrocloud.cluster.delete',
      'spectrocloud.cluster.force-delete',
      'spectrocloud.profile.view-info',
      'spectrocloud.profile.view-clusters',
      'spectrocloud.people.view-info',
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

  it('keep the Helm values of a cluster group apart', async () => {
    const full = await api.asUser().get('/clustergroups/group-1');
    expect(full.body.spec).toMatchObject({
      values: 'helm: values',
      hostEndpoints: [
        { clusterUid: 'cluster-1', ingressHost: '*.prod.example' },
      ],
      components: [
        { name: 'base', packs: [{ name: 'namespaces', version: '1.0.0' }] },
      ],
    });
    expect(JSON.stringify(full.body)).not.toContain('pack: SECRET');
    api.denied.add('spectrocloud.cluster.view-pack-values');
    const hidden = await api.asUser().get('/clustergroups/group-1');
    expect(hidden.status).toBe(200);
    expect(hidden.body.spec.values).toBeUndefined();
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

describe('permissions that are shared for moments', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi({
      spectrocloud: { permissionTtl: { seconds: 5 } },
    });
    answerAll(api.palette);
    api.tokens.signIn(DANA);
  });

  afterEach(() => api.stop());

  const read = async () => {
    const { status } = await api.asUser().get(`/clusters${SCOPE}`);
    return status;
  };

  it('are asked for once by many requests at a time, and by those that follow', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, read));
    expect(new Set([...statuses, await read()])).toEqual(new Set([200]));
    expect(api.authorize).toHaveBeenCalledTimes(1);
  });

  it('cost one call for all that one answer depends on', async () => {
    await api.asUser().get(`/clusters/cluster-1/profiles${SCOPE}`);
    expect(api.authorize).toHaveBeenCalledTimes(1);
    const [[asked]] = api.authorize.mock.calls;
    expect(
      asked.map(
        ({ permission }: { permission: { name: string } }) => permission.name,
      ),
    ).toEqual([
      'spectrocloud.cluster.view-info',
      'spectrocloud.cluster.view-pack-values',
      'spectrocloud.cluster.view-pack-manifests',
      'spectrocloud.profile.view-clusters',
    ]);
  });

  it('are not shared between users', async () => {
    expect(await read()).toBe(200);
    api.denied.add('spectrocloud.cluster.view-info');
    const other = await api.asUser(ADA).get(`/clusters${SCOPE}`);
    expect(other.status).toBe(403);
  });

  it('are asked for again as soon as a session has ended', async () => {
    expect(await read()).toBe(200);
    api.denied.add('spectrocloud.cluster.view-info');
    expect(await read()).toBe(200);
    await api.revoke('session-of-somebody');
    expect(await read()).toBe(403);
  });

  it('are asked for again after a failure', async () => {
    api.authorize.mockRejectedValueOnce(new Error('down'));
    expect(await read()).toBe(503);
    expect(await read()).toBe(200);
  });
});
