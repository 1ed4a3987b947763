import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('logs of a cluster', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let token: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(async () => {
    simulator.control.reset();
    token = await visitor.sessionToken(ADA);
  });
  afterAll(() => simulator.close());

  const get = (path: string) =>
    visitor.call('get', `/v1/spectroclusters/${path}`, token);

  it('are asked for, collected, and downloaded', async () => {
    const cluster = await visitor.clusterUid(token, 'sandbox-01');
    const { body } = await visitor
      .call('post', `/v1/spectroclusters/${cluster}/features/logFetcher`, token)
      .send({ noOfLines: 3 })
      .expect(201);
    const fetcher = `${cluster}/features/logFetcher?requestId=${body.uid}`;
    const download = `features/logFetcher/${body.uid}/download`;
    const early = await get(fetcher).expect(200);
    expect(early.body).toMatchObject({
      metadata: { uid: body.uid },
      spec: { clusterUid: cluster },
      status: { state: 'Requested' },
    });
    await get(download).expect(400);
    simulator.control.passTime(15);
    expect((await get(fetcher)).body.status.state).toBe('Completed');
    const file = await get(download).expect(200);
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.body.toString().trim().split('\n')).toHaveLength(3);
  });

  it('are refused for clusters that do not run, and unknown requests', async () => {
    const cluster = await visitor.clusterUid(token, 'sandbox-01');
    await get(`${cluster}/features/logFetcher?requestId=none`).expect(404);
    await get('features/logFetcher/none/download').expect(404);
    await visitor
      .call('delete', `/v1/spectroclusters/${cluster}`, token)
      .expect(204);
    await visitor
      .call('post', `/v1/spectroclusters/${cluster}/features/logFetcher`, token)
      .send({})
      .expect(400);
  });
});
