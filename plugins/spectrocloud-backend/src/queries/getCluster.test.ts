import { setTimeout as sleep } from 'node:timers/promises';
import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  ADA,
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const OVERVIEW = 'GET /v1/dashboard/spectroclusters/*';
const PATH = '/clusters/cluster-1?projectUid=project-1';
const { clusterOverview } = fixtures;
const { status: _status, ...withoutStatus } = clusterOverview;

describe('getCluster', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  const get = async (path = PATH) => api.asUser().get(path);
  const withStatus = (status: object) => ({
    body: {
      ...clusterOverview,
      status: { ...clusterOverview.status, ...status },
    },
  });

  it.each([
    ['that is not there', { status: 404 }],
    ['of no status', { body: withoutStatus }],
    ['that was deleted', withStatus({ state: 'Deleted' })],
  ])('is 404 for a cluster %s', async (_, answer) => {
    api.palette.on(OVERVIEW, answer);
    expect((await get()).status).toBe(404);
  });

  it('shows a cluster that is being deleted', async () => {
    api.palette.on(OVERVIEW, withStatus({ state: 'Deleting' }));
    expect((await get()).body.status.state).toBe('Deleting');
  });

  it('leaves in lists what is gone as for a single one', async () => {
    const [row] = fixtures.clusterSearch.items;
    const { status: _gone, ...bare } = row;
    api.palette.on('POST /v1/dashboard/spectroclusters/search', {
      body: {
        items: [
          { ...bare, metadata: { uid: 'a', name: 'a' } },
          {
            ...row,
            metadata: { uid: 'b', name: 'b' },
            status: { state: 'Deleted' },
          },
          { ...row, metadata: { uid: 'c', name: 'c' } },
        ],
      },
    });
    const { body } = await get('/clusters');
    expect(body.clusters.map((each: typeof row) => each.metadata.uid)).toEqual([
      'c',
    ]);
  });

  it.each([
    ['of no status', {}],
    ['that is not active', { status: { isActive: false } }],
  ])('as is 404 for a cluster group %s', async (_, status) => {
    const { status: _active, ...group } = fixtures.clusterGroup;
    api.palette.on('GET /v1/clustergroups/*', {
      body: { ...group, ...status },
    });
    expect((await get('/clustergroups/group-1')).status).toBe(404);
  });

  it.each([
    ['Unhealthy', 'UnHealthy'],
    ['UnHealthy', 'UnHealthy'],
    ['healthy', 'Healthy'],
    ['Degraded', 'Degraded'],
  ])('spells the health %s as %s', async (sent, shown) => {
    api.palette.on(OVERVIEW, withStatus({ health: { state: sent } }));
    expect((await get()).body.status.health.state).toBe(shown);
  });

  it('says whether upgrades of the agent are paused', async () => {
    expect((await get()).body.spec.agentUpgradesPaused).toBe(false);
    api.palette.on(OVERVIEW, {
      body: {
        ...clusterOverview,
        metadata: {
          ...clusterOverview.metadata,
          annotations: { spectroComponentsUpgradeForbidden: 'true' },
        },
      },
    });
    expect((await get()).body.spec.agentUpgradesPaused).toBe(true);
  });

  it('says whether there is a kubeconfig that signs in as its user', async () => {
    expect((await get()).body.status).toMatchObject({
      hasKubeConfig: true,
      hasKubeConfigClient: true,
    });
  });

  describe('of an imported cluster', () => {
    const WHOLE = 'GET /v1/spectroclusters/*';

    beforeEach(() => {
      api.palette.on(
        OVERVIEW,
        withStatus({ clusterImport: { isBrownfield: true } }),
      );
    });

    it('tells the type', async () => {
      api.palette.on(WHOLE, { body: { spec: { clusterType: 'AlloyAssist' } } });
      expect((await get()).body.spec.clusterType).toBe('AlloyAssist');
    });

    it.each([403, 404])(
      'goes without the type where Palette answers %s',
      async status => {
        api.palette.on(WHOLE, { status });
        const { status: shown, body } = await get();
        expect([shown, body.spec.clusterType]).toEqual([200, undefined]);
      },
    );
  });

  it('takes no further call for all others', async () => {
    await get();
    expect(api.palette.lines).not.toContain(
      'GET /v1/spectroclusters/cluster-1',
    );
  });
});

describe('getCluster for the cards of one page', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterEach(() => api.stop());

  const get = async () => api.asUser().get(PATH);

  it('asks once, and again two seconds later or where nothing held is wanted', async () => {
    const cardsOf = async () => [await get(), await get()];
    const countOf = () =>
      api.palette.calls.filter(({ path }) => path.endsWith('/cluster-1'))
        .length;
    const [first, second] = await cardsOf();
    expect(second.body).toEqual(first.body);
    expect(countOf()).toBe(1);
    const { status } = await api
      .asUser()
      .get(PATH)
      .set('If-None-Match', first.get('ETag')!);
    expect(status).toBe(304);
    await api.asUser().get(PATH).set('Cache-Control', 'no-cache');
    expect(countOf()).toBe(2);
    await sleep(2_050);
    await cardsOf();
    expect(countOf()).toBe(3);
  });

  it('is held for nobody else', async () => {
    await get();
    api.tokens.signIn(ADA);
    api.palette.on('GET /v1/dashboard/spectroclusters/*', { status: 404 });
    expect((await api.asUser(ADA).get(PATH)).status).toBe(404);
    expect((await get()).status).toBe(200);
  });
});

describe('getCluster while a list with the cluster is held', () => {
  const SCOPED = '?projectUid=project-1';
  const WHOLE = 'GET /v1/spectroclusters/*';
  let api: TestApi;

  beforeEach(async () => {
    // The list takes one call; a page leaves half of the burst to others.
    const standard = { perSecond: 0.01, burst: 4 };
    api = await startTestApi({
      spectrocloud: {
        listTtl: { minutes: 1 },
        requestTimeout: { seconds: 1 },
        rateLimit: { standard },
      },
    });
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    const { metadata, spec, status } = clusterOverview;
    const { clusterProfileTemplates } = spec;
    const { health: _health, kubeMeta: _kubeMeta, ...known } = status;
    const [pack] = status.packs;
    api.palette.on(WHOLE, {
      body: {
        metadata,
        spec: { clusterProfileTemplates, clusterType: 'PureManage' },
        status: {
          ...known,
          packs: [{ ...pack, version: '1.30.1' }],
          state: 'Deleting',
        },
      },
    });
  });

  afterEach(() => api.stop());

  const get = async () => api.asUser().get(PATH);
  const pathsOf = () => api.palette.calls.map(({ path }) => path);

  it('asks the dashboard for nothing, and says how old its parts are', async () => {
    const { body: list } = await api.asUser().get(`/clusters${SCOPED}`);
    const [row] = list.clusters;
    api.palette.calls.length = 0;
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(pathsOf()).toEqual(['/v1/spectroclusters/cluster-1']);
    expect(api.palette.calls[0].headers.projectuid).toBe('project-1');
    expect(body.status).toMatchObject({
      state: 'Deleting',
      health: row.status.health,
      conditions: [expect.objectContaining({ status: 'True' })],
    });
    expect(body.spec).toMatchObject({
      cloudType: 'eks',
      projectName: 'Payments',
      cloudAccount: row.spec.cloudAccount,
      machinePools: [{ size: 1 }, { size: 3, healthy: 2 }, { size: 2 }],
      profiles: [expect.objectContaining({ uid: expect.any(String) })],
    });
    expect(body.spec.clusterType).toBeUndefined();
    expect(Date.parse(body.readAt.health)).toBeLessThan(
      Date.parse(body.readAt.details),
    );
  });

  it('tells the version of Kubernetes that runs, not the one that is wanted', async () => {
    await api.asUser().get(`/clusters${SCOPED}`);
    const { body } = await get();
    expect(body.spec.kubernetesVersion).toBe('1.30.1');
    expect(body.spec.profiles[0].packs).toContainEqual(
      expect.objectContaining({ layer: 'k8s', version: '1.30.2' }),
    );
  });

  it('is 404 when the whole object says that it was deleted', async () => {
    await api.asUser().get(`/clusters${SCOPED}`);
    api.palette.on(WHOLE, { body: { status: { state: 'Deleted' } } });
    expect((await get()).status).toBe(404);
  });

  it('is asked of the dashboard where the whole object is of no use', async () => {
    await api.asUser().get(`/clusters${SCOPED}`);
    api.palette.on(WHOLE, { status: 500 });
    const { body } = await get();
    expect(body.spec.kubernetesVersion).toBe('1.30.4');
    expect(pathsOf().at(-1)).toBe('/v1/dashboard/spectroclusters/cluster-1');
  });

  it('is asked of the dashboard where the caller wants nothing held', async () => {
    await api.asUser().get(`/clusters${SCOPED}`);
    const { body } = await api
      .asUser()
      .get(PATH)
      .set('Cache-Control', 'no-cache');
    expect(body.spec.kubernetesVersion).toBe('1.30.4');
    expect(pathsOf().at(-1)).toBe('/v1/dashboard/spectroclusters/cluster-1');
  });

  it('is asked of the dashboard where no list shows the cluster', async () => {
    await get();
    expect(new Set(pathsOf())).toEqual(
      new Set([
        '/v1/dashboard/spectroclusters/cluster-1',
        '/v1/dashboard/projects/metadata',
      ]),
    );
  });

  it(`is not made of another user's list`, async () => {
    await api.asUser().get(`/clusters${SCOPED}`);
    await get();
    api.tokens.signIn(ADA);
    api.palette.calls.length = 0;
    await api.asUser(ADA).get(PATH);
    expect(pathsOf()).toContain('/v1/dashboard/spectroclusters/cluster-1');
    expect(pathsOf()).not.toContain('/v1/spectroclusters/cluster-1');
  });
});
