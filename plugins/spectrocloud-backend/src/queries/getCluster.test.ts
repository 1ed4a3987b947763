import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
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
