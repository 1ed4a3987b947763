import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import {
  ADA,
  DANA,
  OLGA,
  PaletteVisitor,
} from '../__testUtils__/PaletteVisitor';

interface Named {
  metadata: { name: string; uid: string };
}

const names = (items: Named[]) => items.map(({ metadata }) => metadata.name);

describe('projects, profiles, gateways and groups', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;
  let dana: string;
  let payments: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
    dana = await visitor.sessionToken(DANA);
    ({ payments } = await visitor.projects(dana));
  });
  afterAll(() => simulator.close());

  const get = (path: string) => visitor.call('get', path, dana, payments);
  const search = (path: string, body: object = {}) =>
    visitor.call('post', path, dana, payments).send(body);

  describe('projects', () => {
    it('are those of the user', async () => {
      const olga = await visitor.sessionToken(OLGA);
      expect(Object.keys(await visitor.projects(olga))).toEqual(['research']);
      expect(Object.keys(await visitor.projects(ada))).toHaveLength(8);
    });

    it('come in pages, filtered and sorted', async () => {
      const { body } = await visitor
        .call('post', '/v1/dashboard/projects?limit=3', ada)
        .send({ sort: [{ field: 'name', order: 'asc' }] });
      expect(names(body.items)).toEqual([
        'data-analytics',
        'Default',
        'edge-stores',
      ]);
      expect(body.listmeta.count).toBe(8);
      const filtered = await visitor
        .call('post', '/v1/dashboard/projects', ada)
        .send({ filter: { name: { contains: 'ER' } } });
      expect(filtered.body.items).toBeNull();
    });

    it('count what is healthy', async () => {
      const { body } = await visitor
        .call('post', '/v1/dashboard/projects', dana)
        .send({ filter: { name: { eq: 'retail-web' } } });
      expect(body.items[0].status.clustersHealth).toEqual({
        errored: 2,
        healthy: 5,
        running: 5,
        unhealthy: 2,
      });
    });

    it('are read one by one by their members', async () => {
      await get(`/v1/projects/${payments}`).expect(200);
      const olga = await visitor.sessionToken(OLGA);
      await visitor.call('get', `/v1/projects/${payments}`, olga).expect(404);
    });
  });

  describe('profiles', () => {
    const PROFILES = '/v1/dashboard/clusterprofiles';

    it('are those of the project, the tenant and the system', async () => {
      const { body } = await search(PROFILES);
      const found = new Set(names(body.items));
      expect(found).toContain('payments-addons');
      expect(found).toContain('eks-infra');
      expect(found).not.toContain('shop-addons');
    });

    it('are filtered by type, cloud and scope', async () => {
      const { body } = await search(PROFILES, {
        filter: { profileType: ['infra'], environment: ['eks'] },
        sort: [{ field: 'creationTimestamp', order: 'asc' }],
      });
      expect(names(body.items)).toEqual(['eks-infra', 'eks-infra']);
      const { uid, version } = body.items[0].specSummary.versions[1];
      expect(version).toBe('2.1.0');
      const newer = await get(`/v1/clusterprofiles/${uid}`).expect(200);
      expect(newer.body.spec.version).toBe('2.1.0');
      const system = await search(PROFILES, { filter: { scope: 'system' } });
      expect(names(system.body.items)).toEqual(['remote-access']);
    });

    it('have packs, manifests and variables', async () => {
      const { body } = await search(PROFILES, {
        filter: { profileName: { eq: 'payments-addons' } },
      });
      const path = `/v1/clusterprofiles/${body.items[0].metadata.uid}`;
      expect(body.items[0].status.inUseClusterUids.length).toBeGreaterThan(0);
      const packs = await get(`${path}/packs`);
      expect(names(packs.body.items)).toEqual([
        'team-namespaces',
        'fraud-detector',
      ]);
      const manifests = await get(`${path}/packs/manifests`);
      expect(manifests.body.spec.packs[0].spec.manifests[0].content).toContain(
        'kind: Namespace',
      );
      const { body: variables } = await get(`${path}/variables`);
      expect(variables.variables[1]).toMatchObject({
        name: 'environment',
        inputType: 'dropdown',
        options: [{ value: 'staging' }, { value: 'production' }],
      });
    });

    it('of another project are not found', async () => {
      const { body } = await visitor
        .call('post', PROFILES, ada)
        .send({ filter: { profileName: { eq: 'shop-addons' } } });
      const { uid } = body.items[0].metadata;
      await get(`/v1/clusterprofiles/${uid}`).expect(404);
    });
  });

  it('gateways carry kubectlCommands and have address pools', async () => {
    const { body } = await get('/v1/overlords').expect(200);
    expect(names(body.items)).toContain('pcg-vsphere-frankfurt');
    expect(body.items[0].status.kubectlCommands[0]).toContain(
      'secret-pairing-code',
    );
    const { uid } = body.items[0].metadata;
    const { body: pools } = await get(`/v1/overlords/vsphere/${uid}/pools`);
    expect(pools.items[0].spec.priavetGatewayUid).toBe(uid);
    await get('/v1/overlords/vsphere/none/pools').expect(404);
    const named = await get('/v1/overlords?name=pcg-vsphere-dallas');
    expect(named.body.items).toHaveLength(1);
  });

  it('cluster groups have hosts and virtual clusters', async () => {
    const { body } = await get('/v1/clustergroups/hostCluster').expect(200);
    expect(names(body.summaries)).toContain('payments-vclusters');
    const [shared] = body.summaries;
    expect(shared.spec).toMatchObject({
      hostClustersCount: 2,
      virtualClustersCount: 3,
    });
    const { uid } = shared.metadata;
    const { body: group } = await get(`/v1/clustergroups/${uid}`);
    expect(group.spec.clusterRefs).toHaveLength(2);
    expect(group.status).toEqual({ isActive: true });
    const retired = body.summaries.find(
      ({ metadata }: Named) => metadata.name === 'retired-vclusters',
    );
    const { body: gone } = await get(
      `/v1/clustergroups/${retired.metadata.uid}`,
    );
    expect(gone.status).not.toHaveProperty('isActive', true);
    expect(group.spec.clustersConfig.limitConfig.cpuMilliCore).toBe(12000);
    const virtual = await search(
      `/v1/dashboard/clustergroups/${uid}/virtualClusters`,
    );
    expect(names(virtual.body.items)).toEqual(['payments-qa']);
    const projects = await visitor.projects(dana);
    const elsewhere = await visitor.call(
      'get',
      '/v1/clustergroups/hostCluster',
      dana,
      projects['retail-web'],
    );
    expect(names(elsewhere.body.summaries)).not.toContain('payments-vclusters');
  });

  it('virtual clusters start with packs of their distribution', async () => {
    const path = '/v1/spectroclusters/virtual/packs/values';
    const { body } = await get(`${path}?kubernetesDistroType=k3s`).expect(200);
    expect(body.packs).toEqual([
      {
        distroType: 'k3s',
        layer: 'k8s',
        values: expect.stringContaining('controlPlane'),
      },
    ]);
    await get(`${path}?kubernetesDistroType=other`).expect(400);
  });

  it('answers an unknown path with a v1Error', async () => {
    const { body } = await get('/v1/projects').expect(404);
    expect(body.code).toBe('ResourceNotFound');
  });
});
