import { AUTHORITY_PEM } from '../__fixtures__/authority';
import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const PATH = '/kubernetes/clusters';
const CA = Buffer.from(AUTHORITY_PEM).toString('base64');
const SECRETS = /SECRET|client-secret|eyJ/;
const search = 'POST /v1/dashboard/spectroclusters/search';
const kubeconfigOf = 'GET /v1/spectroclusters/*/assets/kubeconfigclient';

const only = (uid: string) => ({
  items: fixtures.clusterSearch.items.filter(
    ({ metadata }) => metadata.uid === uid,
  ),
  listmeta: { continue: '', count: 1, limit: 50, offset: 1 },
});

/** A test would rather not wait; nothing but the pace depends on it. */
const settle = async (api: TestApi, calls: number) => {
  const isRead = () =>
    api.palette.lines.filter(line => /assets|oidc$/.test(line)).length >= calls;
  while (!isRead()) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await new Promise(resolve => setTimeout(resolve, 200));
};

describe('GET /kubernetes/clusters', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    api.palette.on(search, { body: only('cluster-1') }).on(kubeconfigOf, {
      body: fixtures.kubeconfig.replace(
        `{ server: 'https://prod.eks.example' }`,
        `{ server: 'https://prod.eks.example', certificate-authority-data: ${CA} }`,
      ),
    });
  });

  afterEach(() => api.stop());

  const clustersOf = async (user = DANA) => {
    const { body } = await api.asUser(user).get(PATH);
    return body.clusters;
  };

  it('waits for nothing that isn’t known, and knows it later', async () => {
    expect(await clustersOf()).toEqual([
      expect.objectContaining({ uid: 'cluster-1', gap: 'not-read-yet' }),
    ]);
    await settle(api, 2);
    const response = await api.asUser().get(PATH);
    const [cluster] = response.body.clusters;
    expect(cluster).toMatchObject({
      uid: 'cluster-1',
      name: 'prod',
      access: {
        endpoint: 'https://prod.eks.example',
        caData: CA,
        oidc: {
          clientId: 'backstage',
          issuerUrl: fixtures.clusterOidc.issuerUrl,
        },
      },
    });
    expect(cluster.gap).toBeUndefined();
    expect(response.text).not.toMatch(SECRETS);
    // A kubeconfig was read, and nobody downloaded one.
    expect(api.auditor.createEvent).not.toHaveBeenCalled();
  });

  it('asks Palette for it once for all users, as the first of them', async () => {
    await clustersOf();
    await settle(api, 2);
    api.tokens.signIn(ADA);
    expect(await clustersOf(ADA)).toEqual([
      expect.objectContaining({ access: expect.anything() }),
    ]);
    const asked = api.palette.calls.filter(({ path }) => /assets/.test(path));
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([
      'token-of-dana',
    ]);
  });

  it('tells it only to those whose own list shows the cluster', async () => {
    await clustersOf();
    await settle(api, 2);
    api.tokens.signIn(ADA);
    api.palette.on(search, ({ headers }) => ({
      body:
        headers.authorization === 'token-of-dana'
          ? only('cluster-1')
          : { items: [], listmeta: { count: 0 } },
    }));
    expect(await clustersOf(ADA)).toEqual([]);
    const response = await api
      .asUser(ADA)
      .post(`${PATH}/cluster-1/reread?projectUid=project-1`);
    expect(response.status).toBe(404);
  });

  it('tells it to nobody of another tenant', async () => {
    await clustersOf();
    await settle(api, 2);
    api.tokens.signIn(ADA, {
      identity: {
        tenantUid: 'tenant-2',
        tenantName: 'demo',
        userUid: 'palette-ada',
      },
    });
    expect(await clustersOf(ADA)).toEqual([
      expect.objectContaining({ gap: 'not-read-yet' }),
    ]);
  });

  it('never asks for an administrator’s kubeconfig', async () => {
    api.palette
      .on(kubeconfigOf, { status: 404 })
      .on('GET /v1/spectroclusters/*/assets/kubeconfig', { status: 404 });
    await clustersOf();
    await settle(api, 2);
    expect(await clustersOf()).toEqual([
      expect.objectContaining({ gap: 'no-kubeconfig' }),
    ]);
    expect(api.palette.lines.join()).not.toMatch(/admin/i);
  });

  it('gives nobody what signs everybody in alike', async () => {
    api.palette.on(kubeconfigOf, { body: fixtures.sharedTokenKubeconfig });
    await clustersOf();
    await settle(api, 1);
    const response = await api.asUser().get(PATH);
    expect(response.body.clusters[0].gap).toBe('no-oidc');
    expect(response.text).not.toMatch(SECRETS);
  });

  it('reads it anew when told, and serves what was known meanwhile', async () => {
    await clustersOf();
    await settle(api, 2);
    const { status, body } = await api
      .asUser()
      .post(`${PATH}/cluster-1/reread?projectUid=project-1`);
    expect(status).toBe(200);
    expect(body.access.endpoint).toBe('https://prod.eks.example');
    // It was read just now.
    const kubeconfigs = api.palette.lines.filter(line => /assets/.test(line));
    expect(kubeconfigs).toHaveLength(1);
  });

  it('is closed to services', async () => {
    const response = await api.asService('plugin:kubernetes').get(PATH);
    expect(response.status).toBe(403);
    expect(api.palette.calls).toEqual([]);
  });

  it('asks nothing of clusters that have no Kubernetes API', async () => {
    const list = structuredClone(only('cluster-1'));
    list.items[0].status.state = 'Provisioning';
    api.palette.on(search, { body: list });
    expect(await clustersOf()).toEqual([
      expect.objectContaining({ gap: 'not-running' }),
    ]);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(api.palette.lines.filter(line => /assets|oidc/.test(line))).toEqual(
      [],
    );
  });
});
