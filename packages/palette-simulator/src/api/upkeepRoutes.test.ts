import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('what a cluster uses, and what keeps it', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
  });
  afterAll(() => simulator.close());

  const read = async (cluster: string, path: (uid: string) => string) =>
    visitor.call('get', path(await visitor.clusterUid(ada, cluster)), ada);

  it('is measured in the times that are asked for', async () => {
    const { body } = await read(
      'payments-prod-eu',
      uid =>
        `/v1/metrics/spectrocluster/${uid}/values?startTime=2026-01-01T00:00:00Z&endTime=2026-01-01T06:00:00Z&period=60`,
    );
    const [cpu] = body.items;
    expect([cpu.kind, cpu.unit]).toEqual(['cpu', 'MilliCore']);
    expect(
      cpu.points.map(({ timestamp }: { timestamp: number }) => timestamp),
    ).toEqual(
      [0, 1, 2, 3, 4, 5].map(
        hour => Date.parse(`2026-01-01T0${hour}:00:00Z`) / 1000,
      ),
    );
  });

  it('has a config of its own for each cloud, with the pools by name', async () => {
    const { body: cluster } = await read(
      'payments-prod-eu',
      uid => `/v1/spectroclusters/${uid}`,
    );
    const path = (cloud: string) =>
      `/v1/cloudconfigs/${cloud}/${cluster.spec.cloudConfigRef.uid}`;
    const { body } = await visitor.call('get', path('eks'), ada);
    expect(body.spec.machinePoolConfig).toMatchObject([
      { name: 'control-plane-pool', isControlPlane: true, size: 3 },
      { name: 'worker-pool', isControlPlane: false },
    ]);
    expect((await visitor.call('get', path('aws'), ada)).status).toBe(404);
  });

  it('has certificates for each machine of the control plane', async () => {
    const { body } = await read(
      'payments-prod-eu',
      uid => `/v1/spectroclusters/${uid}/k8certificates`,
    );
    expect(body.machineCertificates).toHaveLength(3);
  });

  it.each(['backup', 'complianceScan', 'complianceScan/logs/drivers'])(
    'has no %s where none was set up',
    async feature => {
      const path = (uid: string) =>
        `/v1/spectroclusters/${uid}/features/${feature}`;
      expect((await read('payments-prod-eu', path)).status).toBe(200);
      expect((await read('payments-stage', path)).status).toBe(404);
    },
  );
});
