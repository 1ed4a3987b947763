import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

describe('what the tabs of a cluster show', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  const get = async (part: string, query = '') =>
    api
      .asUser()
      .get(`/clusters/cluster-1/${part}?projectUid=project-1${query}`);

  it('are node pools with machines, from paths with most calls', async () => {
    const { body } = await get('nodepools');
    expect(body.nodePools).toEqual([
      {
        name: 'worker-pool',
        cloudType: 'eks',
        size: 1,
        minSize: 1,
        maxSize: 3,
        isControlPlane: false,
        machines: [
          {
            uid: 'machine-1',
            name: 'prod-worker-0',
            state: 'Running',
            health: 'Healthy',
            maintenance: 'cordon',
            instanceType: 'm5.xlarge',
            zone: 'eu-west-1a',
            addresses: ['10.0.0.7'],
            creationTimestamp: '2026-05-01T10:00:00.000Z',
          },
        ],
      },
    ]);
    expect(api.palette.lines).toEqual([
      'GET /v1/spectroclusters/cluster-1',
      'GET /v1/cloudconfigs/eks/config-1',
      'GET /v1/cloudconfigs/eks/config-1/machinePools/worker-pool/machines',
    ]);
  });

  it('are node pools without machines, where the caller may not see those', async () => {
    api.palette.on('GET /v1/cloudconfigs/*/*/machinePools/*/machines', {
      status: 403,
    });
    const { status, body } = await get('nodepools');
    expect([status, body.nodePools]).toMatchObject([
      200,
      [{ name: 'worker-pool', size: 1, machines: [] }],
    ]);
  });

  describe('of a cluster with hybrid pools', () => {
    const hybrid = { name: 'stores', cloudType: 'edge-native' };
    const showHybrid = (hybridPools: unknown) =>
      api.palette
        .on('GET /v1/spectroclusters/*', {
          body: {
            ...fixtures.wholeCluster,
            spec: {
              ...fixtures.wholeCluster.spec,
              clusterConfig: { hybridClusterConfig: { enable: true } },
            },
          },
        })
        .on('GET /v1/spectroclusters/*/hybridPools/metadata', {
          body: { spec: { cloudType: 'eks', hybridPools } },
        });

    it('are those, too, with the machines of the clusters that they are', async () => {
      showHybrid([
        {
          ...hybrid,
          cloudConfigUid: 'config-9',
          clusterUid: 'cluster-9',
          status: { state: 'Running', health: { state: 'UnHealthy' } },
        },
      ]);
      api.palette
        .on('GET /v1/cloudconfigs/edge-native/config-9', {
          body: { spec: { machinePoolConfig: [{ name: 'edge', size: 2 }] } },
        })
        .on(
          'GET /v1/cloudconfigs/edge-native/config-9/machinePools/edge/machines',
          { body: { items: [{ metadata: { uid: 'm', name: 'store-1' } }] } },
        );
      const { body } = await get('nodepools');
      expect(body.nodePools).toMatchObject([
        { name: 'worker-pool', cloudType: 'eks' },
        {
          name: 'stores',
          cloudType: 'edge-native',
          isControlPlane: false,
          size: 2,
          hybrid: {
            clusterUid: 'cluster-9',
            state: 'Running',
            health: 'UnHealthy',
          },
          machines: [{ uid: 'm', name: 'store-1' }],
        },
      ]);
      expect(api.palette.calls).toHaveLength(6);
    });

    it.each([
      ['does not say where they are', [hybrid, {}], 3],
      [
        'names no place that there is',
        [{ ...hybrid, cloudType: '../..', cloudConfigUid: 'c' }],
        2,
      ],
      ['hides them', [{ ...hybrid, cloudConfigUid: 'config-8' }], 2],
      ['has none', null, 1],
    ])('are there although Palette %s', async (_, pools, expected) => {
      showHybrid(pools);
      const { status, body } = await get('nodepools');
      expect([status, body.nodePools.length]).toEqual([200, expected]);
    });

    it('are the others where Palette does not know hybrid pools', async () => {
      showHybrid(null).on('GET /v1/spectroclusters/*/hybridPools/metadata', {
        status: 404,
      });
      expect((await get('nodepools')).body.nodePools).toHaveLength(1);
    });

    it('are none where Palette fails', async () => {
      showHybrid(null).on('GET /v1/spectroclusters/*/hybridPools/metadata', {
        status: 500,
      });
      expect((await get('nodepools')).status).toBe(502);
    });
  });

  it('are the pools of a virtual cluster below their own word', async () => {
    api.palette
      .on('GET /v1/spectroclusters/*', {
        body: {
          ...fixtures.wholeCluster,
          spec: { cloudType: 'nested', cloudConfigRef: { uid: 'config-2' } },
        },
      })
      .on('GET /v1/cloudconfigs/virtual/config-2', {
        body: fixtures.cloudConfig,
      });
    const { body } = await get('nodepools');
    // Their machines aren't told by this Palette.
    expect(body.nodePools).toMatchObject([{ size: 1, machines: [] }]);
  });

  it.each([
    [
      'figures',
      { instanceType: { numCPUs: 4, memoryMiB: 8192, diskGiB: 60 } },
      { cpus: 4, memoryMiB: 8192, diskGiB: 60 },
    ],
    ['an offering', { offering: { name: 'large' } }, { instanceType: 'large' }],
  ])('are machines whose size is told by %s', async (_, spec, expected) => {
    const [machine] = fixtures.machines.items;
    api.palette.on('GET /v1/cloudconfigs/eks/*/machinePools/*/machines', {
      body: { items: [{ ...machine, spec }] },
    });
    const { body } = await get('nodepools');
    expect(body.nodePools[0].machines).toMatchObject([expected]);
  });

  it('is 404 where Palette tells of no pools', async () => {
    api.palette.on('GET /v1/spectroclusters/*', {
      body: { ...fixtures.wholeCluster, spec: {} },
    });
    expect((await get('nodepools')).status).toBe(404);
  });

  it('is what was used, in the order of time, whether Palette counts seconds or milliseconds', async () => {
    const { body } = await get('metrics', '&hours=6');
    const [{ query }] = api.palette.calls;
    const length =
      Date.parse(query.get('endTime')!) - Date.parse(query.get('startTime')!);
    expect(length).toBe(6 * 60 * 60 * 1000);
    expect(query.get('period')).toBe('4');
    const points = [
      { at: new Date(1_780_000_000_000).toISOString(), value: 800 },
      { at: new Date(1_780_000_600_000).toISOString(), value: 900 },
    ];
    expect(body.metrics).toEqual([{ kind: 'cpu', unit: 'MilliCore', points }]);
    api.palette.on('GET /v1/metrics/spectrocluster/*/values', {
      body: {
        items: [
          {
            kind: 'cpu',
            unit: 'MilliCore',
            points: [
              { timestamp: 1_780_000_000_000, value: 800 },
              { value: 1 },
            ],
          },
        ],
      },
    });
    expect((await get('metrics')).body.metrics[0].points).toEqual([points[0]]);
  });

  it('is what it cost', async () => {
    const { body } = await get('cost');
    expect(body).toMatchObject({
      total: 42.5,
      points: [{ total: 42.5, at: expect.any(String) }],
    });
  });

  it('are workloads of all kinds, by their pods', async () => {
    const { body } = await get('workloads');
    expect(body.workloads).toMatchObject([
      {
        kind: 'Deployment',
        name: 'api',
        namespace: 'apps',
        ready: 1,
        wanted: 2,
      },
      { kind: 'DaemonSet', name: 'agent', ready: 3, wanted: 3 },
      { kind: 'Pod', name: 'api-1', phase: 'Running' },
    ]);
  });

  it('are the reasons of a repave', async () => {
    expect((await get('repave')).body).toEqual({
      state: 'Pending',
      source: 'user',
      since: '2026-06-01T10:00:00.000Z',
      reasons: [
        {
          code: 'PackVersionChanged',
          message: 'The kubernetes pack has a newer version',
          pack: { name: 'kubernetes-eks', from: '1.30.2', to: '1.31.0' },
        },
      ],
    });
  });

  it('are certificates, the authorities own ones among them', async () => {
    expect((await get('certificates')).body.certificates).toEqual([
      {
        machine: 'prod-cp-0',
        authority: 'ca',
        expires: '2036-05-01T10:00:00.000Z',
      },
      {
        machine: 'prod-cp-0',
        authority: 'ca',
        name: 'apiserver',
        expires: '2027-05-01T10:00:00.000Z',
      },
    ]);
  });

  it('are updates, backups and scans', async () => {
    expect((await get('updates')).body.updates).toEqual([
      {
        uid: 'profile-1',
        name: 'eks-base',
        version: '1.1.0',
        packs: [{ name: 'kubernetes-eks', layer: 'k8s', version: '1.31.0' }],
      },
    ]);
    expect((await get('backup')).body).toMatchObject({
      location: { uid: 'location-1', name: 'eu' },
      schedule: '0 2 * * *',
      runs: [{ name: 'nightly-1', state: 'Completed', namespaces: ['apps'] }],
    });
  });

  describe('scans', () => {
    const LOGS =
      'GET /v1/spectroclusters/*/features/complianceScan/logs/drivers';

    it('are those that are set up or were asked for, with how they went', async () => {
      expect((await get('scans')).body.scans).toEqual([
        {
          name: 'kube-bench',
          schedule: '0 4 * * 0',
          runs: [
            {
              state: 'Completed',
              at: '2026-06-01T04:05:00.000Z',
              passed: 60,
              failed: 3,
              warned: 8,
            },
          ],
        },
        {
          name: 'kube-hunter',
          runs: [
            {
              state: 'Completed',
              at: '2026-06-02T04:00:00.000Z',
              high: 1,
              medium: 2,
              low: 3,
            },
          ],
        },
      ]);
    });

    it.each([403, 404])(
      'are without their runs where a Palette answers these with %d',
      async status => {
        api.palette.on(LOGS, { status, body: {} });
        expect((await get('scans')).body.scans).toEqual([
          { name: 'kube-bench', schedule: '0 4 * * 0' },
        ]);
      },
    );

    it('are not told where Palette fails to tell their runs', async () => {
      api.palette.on(LOGS, { status: 500, body: {} });
      expect((await get('scans')).status).toBe(502);
    });
  });
});
