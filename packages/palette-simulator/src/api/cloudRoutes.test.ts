import { DANA, OLGA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';
import { newCluster } from '../__testUtils__/newCluster';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';

describe('what clouds offer', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let dana: string;
  let payments: string;
  let account: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    dana = await visitor.sessionToken(DANA);
    ({ payments } = await visitor.projects(dana));
    const { body } = await visitor.call(
      'get',
      '/v1/dashboard/cloudaccounts/metadata?environment=aws',
      dana,
      payments,
    );
    account = body.items[0].metadata.uid;
  });
  afterAll(() => simulator.close());

  const get = (path: string, token = dana) =>
    visitor.call('get', `${path}?cloudAccountUid=${account}`, token, payments);

  it('is asked of an account, by who may see it', async () => {
    const { body } = await get('/v1/clouds/aws/regions').expect(200);
    expect(body.regions).toContainEqual(
      expect.objectContaining({ name: 'eu-west-1' }),
    );
    await get('/v1/clouds/gcp/projects').expect(404);
    await visitor
      .call('get', '/v1/clouds/aws/regions', dana, payments)
      .expect(400);
    const olga = await visitor.sessionToken(OLGA);
    await visitor
      .call('get', `/v1/clouds/aws/regions?cloudAccountUid=${account}`, olga)
      .expect(403);
  });

  it('is nothing in a region that there is not', async () => {
    await get('/v1/clouds/aws/regions/mars-1/vpcs').expect(404);
    await get('/v1/clouds/aws/regions/eu-west-1/vpcs').expect(200);
  });

  it('has a price, which an estimate adds up', async () => {
    const cluster = newCluster('eks', 'estimated');
    const { body } = await visitor
      .call(
        'post',
        '/v1/spectroclusters/eks/rate?periodType=hourly',
        dana,
        payments,
      )
      .send({
        ...cluster,
        spec: {
          ...cluster.spec,
          machinepoolconfig: [
            {
              cloudConfig: { instanceType: 'm5.xlarge', rootDeviceSize: 100 },
              poolConfig: {
                name: 'w',
                size: 3,
                labels: [],
                isControlPlane: false,
              },
            },
          ],
        },
      })
      .expect(200);
    expect(body.machinePools).toEqual([
      expect.objectContaining({ name: 'w', nodesCount: 3 }),
    ]);
    expect(body.rate.compute).toBeCloseTo(0.6);
    expect(body.rate.storage).toBeCloseTo(0.03);
    expect(body.rate.total).toBeCloseTo(0.63);
  });
});
