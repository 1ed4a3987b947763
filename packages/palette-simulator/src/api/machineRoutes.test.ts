import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('machines', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
  });
  afterAll(() => simulator.close());

  /** The machines of a pool of the named cluster. */
  const read = async (cluster: string, cloud: string, pool: string) => {
    const uid = await visitor.clusterUid(ada, cluster);
    const { body } = await visitor.call(
      'get',
      `/v1/spectroclusters/${uid}`,
      ada,
    );
    return visitor.call(
      'get',
      `/v1/cloudconfigs/${cloud}/${body.spec.cloudConfigRef.uid}/machinePools/${pool}/machines`,
      ada,
    );
  };

  it('are those of the pool that is named', async () => {
    const { body } = await read(
      'payments-prod-eu',
      'eks',
      'control-plane-pool',
    );
    expect(body.listmeta.count).toBe(3);
    expect(body.items[0].status.instanceState).toBe('Running');
    const unknown = await read('payments-prod-eu', 'eks', 'control-plane');
    expect(unknown.status).toBe(404);
  });

  it.each([
    ['payments-prod-eu', 'eks', ['ami', 'instanceType', 'vpcId']],
    ['shop-prod-eu', 'aks', ['instanceType', 'location', 'osDisk']],
    ['payments-vault', 'vsphere', ['nics', 'placement', 'vcenterServer']],
    ['store-0117', 'edge-native', ['edgeHostUid']],
    ['payments-qa', 'virtual', ['hostname']],
  ])('of %s are shaped as those of %s', async (cluster, cloud, members) => {
    const { body } = await read(cluster, cloud, 'worker-pool');
    expect(Object.keys(body.items[0].spec)).toEqual(
      expect.arrayContaining(members),
    );
    expect(body.items[0].spec).not.toHaveProperty('cloudType');
  });

  it('are found below their own cloud only, and virtual ones below theirs', async () => {
    expect((await read('payments-prod-eu', 'aws', 'worker-pool')).status).toBe(
      404,
    );
    expect((await read('payments-qa', 'nested', 'worker-pool')).status).toBe(
      404,
    );
  });

  it('come without listmeta where the vendor has none', async () => {
    const edge = await read('store-0117', 'edge-native', 'worker-pool');
    expect(edge.body).not.toHaveProperty('listmeta');
  });

  it('say which of them is in maintenance', async () => {
    const { body } = await read('payments-vault', 'vsphere', 'worker-pool');
    expect(body.items[0].status.maintenanceStatus.action).toBe('cordon');
    expect(body.items[1].status.maintenanceStatus).toEqual({});
  });

  it('of a hybrid pool belong to a cluster that can be looked at, and is in no list', async () => {
    const uid = await visitor.clusterUid(ada, 'payments-prod-us');
    const get = (path: string) => visitor.call('get', path, ada);
    const { body } = await get(
      `/v1/spectroclusters/${uid}/hybridPools/metadata`,
    );
    const [{ name, clusterUid, cloudType }] = body.spec.hybridPools;
    const { body: cluster } = await get(
      `/v1/dashboard/spectroclusters/${clusterUid}`,
    ).expect(200);
    expect(cluster.metadata).toMatchObject({ uid: clusterUid, name });
    expect(cluster.spec.cloudConfig.cloudType).toBe(cloudType);
    await get(`/v1/spectroclusters/${clusterUid}/status`).expect(200);
    const { body: all } = await get('/v1/dashboard/spectroclusters/meta');
    expect(JSON.stringify(all)).not.toContain(clusterUid);
  });

  it('are those of a hybrid pool below a config of its own', async () => {
    const uid = await visitor.clusterUid(ada, 'payments-prod-us');
    const { body } = await visitor.call(
      'get',
      `/v1/spectroclusters/${uid}/hybridPools/metadata`,
      ada,
    );
    const [{ name, cloudType, cloudConfigUid }] = body.spec.hybridPools;
    expect([name, cloudType]).toEqual(['stores', 'edge-native']);
    const machines = await visitor.call(
      'get',
      `/v1/cloudconfigs/${cloudType}/${cloudConfigUid}/machinePools/${name}/machines`,
      ada,
    );
    expect(machines.body.items).toHaveLength(2);
  });
});
