import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

interface Named {
  metadata: { name: string; uid: string };
}

const names = (items: Named[]) => items.map(({ metadata }) => metadata.name);

describe('cloud accounts', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let dana: string;
  let payments: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    dana = await visitor.sessionToken(DANA);
    ({ payments } = await visitor.projects(dana));
  });
  afterAll(() => simulator.close());

  const get = (path: string) => visitor.call('get', path, dana, payments);

  it.each([
    ['aws', 'secretKey'],
    ['azure', 'clientSecret'],
    ['gcp', 'jsonCredentials'],
    ['maas', 'apiKey'],
    ['vsphere', 'password'],
  ])('of %s carry %s, which callers must drop', async (cloud, field) => {
    const { body } = await get(`/v1/cloudaccounts/${cloud}`).expect(200);
    const [account] = body.items;
    expect(account.spec[field]).toContain(
      'credential-that-must-not-leave-the-backend',
    );
    const one = await get(
      `/v1/cloudaccounts/${cloud}/${account.metadata.uid}`,
    ).expect(200);
    expect(one.body).toEqual(account);
  });

  it('have lists without credentials', async () => {
    for (const path of [
      '/v1/cloudaccounts/summary',
      '/v1/dashboard/cloudaccounts/metadata',
    ]) {
      const { text, body } = await get(path).expect(200);
      expect(body.items).toHaveLength(7);
      expect(text).not.toContain('credential-that-must-not');
    }
    const { body } = await get(
      '/v1/dashboard/cloudaccounts/metadata?environment=vsphere',
    );
    expect(names(body.items)).toEqual(['vsphere-frankfurt', 'vsphere-dallas']);
  });

  it('are found below their own cloud only', async () => {
    const { body } = await get('/v1/cloudaccounts/aws');
    const { uid } = body.items[0].metadata;
    await get(`/v1/cloudaccounts/gcp/${uid}`).expect(404);
    await get(`/v1/cloudaccounts/openstack/${uid}`).expect(404);
  });

  it('of vSphere know where machines can be', async () => {
    const { body } = await get('/v1/cloudaccounts/vsphere');
    const base = `/v1/cloudaccounts/vsphere/${body.items[0].metadata.uid}/properties`;
    const { body: centers } = await get(`${base}/datacenters`);
    expect(centers.items[0]).toMatchObject({
      datacenter: 'dc-frankfurt',
      computeclusters: ['compute-a', 'compute-b'],
    });
    const resources = `${base}/computecluster/resources`;
    const { body: found } = await get(
      `${resources}?datacenter=dc-frankfurt&computecluster=compute-a&useQualifiedNetworkName=true`,
    );
    expect(found.computecluster.networks[0]).toBe(
      '/dc-frankfurt/network/VM Network',
    );
    await get(`${resources}?datacenter=dc-frankfurt`).expect(400);
    await get(`${resources}?datacenter=dc-frankfurt&computecluster=x`).expect(
      404,
    );
    await get('/v1/cloudaccounts/vsphere/none/properties/datacenters').expect(
      404,
    );
  });
});
