import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import type { ObjectMeta } from './views/metadata';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('one cluster', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let dana: string;
  let payments: string;
  let uid: string;
  let now = Date.now();

  beforeAll(async () => {
    simulator = await startPaletteSimulator({ clock: () => now });
    visitor = new PaletteVisitor(simulator);
    dana = await visitor.sessionToken(DANA);
    ({ payments } = await visitor.projects(dana));
    uid = await visitor.clusterUid(dana, 'payments-prod-eu', payments);
  });
  afterAll(() => simulator.close());

  const get = (path: string) => visitor.call('get', path, dana, payments);

  it('has the same overview at both of its addresses', async () => {
    const { body } = await get(`/v1/dashboard/spectroclusters/${uid}`);
    expect(body.spec.cloudConfig.cloudType).toBe('eks');
    expect(body.status).toMatchObject({
      state: 'Running',
      health: { state: 'Healthy' },
      apiEndpoints: [{ host: 'payments-prod-eu.k8s.acme.example', port: 6443 }],
      kubeMeta: { hasKubeConfig: true, hasKubeConfigClient: true },
    });
    expect(body).not.toHaveProperty('specSummary');
    const overview = await get(`/v1/dashboard/spectroclusters/${uid}/overview`);
    expect(overview.body.spec).toEqual(body.spec);
  });

  it('says why it is not well', async () => {
    const sick = await visitor.clusterUid(dana, 'payments-fraud-gpu', payments);
    const { body } = await get(`/v1/dashboard/spectroclusters/${sick}`);
    expect(body.status.state).toBe('Running');
    expect(body.status.health).toMatchObject({
      state: 'UnHealthy',
      conditions: [{ message: expect.stringContaining('not ready') }],
    });
  });

  it('has its hybrid pools apart, each with a cloud of its own', async () => {
    const hybrid = await visitor.clusterUid(dana, 'payments-prod-us', payments);
    const { body } = await get(`/v1/dashboard/spectroclusters/${hybrid}`);
    expect(body.spec.cloudConfig.hybridMachinePools).toEqual([
      expect.objectContaining({ cloudType: 'edge-native', size: 2 }),
    ]);
    expect(body.spec.cloudConfig.machinePools).toHaveLength(2);
  });

  it('says that its agent may not be upgraded, and what is in maintenance', async () => {
    const vault = await visitor.clusterUid(dana, 'payments-vault', payments);
    const { body } = await get(`/v1/dashboard/spectroclusters/${vault}`);
    expect(body.metadata.annotations.spectroComponentsUpgradeForbidden).toBe(
      'true',
    );
    expect(body.spec.cloudConfig.machinePools[1].maintenanceMode).toBe(1);
  });

  it('is polled at /status', async () => {
    const { body } = await get(`/v1/spectroclusters/${uid}/status`);
    expect(body).toEqual({ status: { state: 'Running' } });
  });

  it('has profiles with packs; schema and presets when asked for', async () => {
    const path = `/v1/spectroclusters/${uid}/profiles`;
    const { body: plain } = await get(path);
    const { body: full } = await get(`${path}?includePackMeta=schema,presets`);
    const names = plain.profiles.map(
      ({ metadata }: { metadata: { name: string } }) => metadata.name,
    );
    expect(names).toEqual(['eks-infra', 'observability', 'payments-addons']);
    const packOf = (body: typeof plain) => body.profiles[0].spec.packs[0].spec;
    expect(packOf(plain).values).toContain('amiType');
    expect(packOf(plain).schema).toBeNull();
    expect(packOf(full).schema).toHaveLength(1);
    expect(packOf(full).presets).toHaveLength(1);
  });

  it('has manifests, with macros resolved on request', async () => {
    const { body } = await get(
      `/v1/spectroclusters/${uid}/profiles/packs/manifests`,
    );
    const { uid: manifest, name } =
      body.profiles[2].spec.packs[0].spec.manifests[0];
    const path = `/v1/spectroclusters/${uid}/pack/manifests/${manifest}`;
    const raw = await get(path).expect(200);
    expect(name).toBe('namespaces');
    expect(raw.body.spec.published.content).toContain('{{.spectro.system');
    const resolved = await get(`${path}?resolveManifestValues=true`);
    expect(resolved.body.spec.published.content).toContain('"payments"');
    await get(`/v1/spectroclusters/${uid}/pack/manifests/none`).expect(404);
  });

  it('never shows the value of a sensitive variable', async () => {
    const { body } = await get(`/v1/spectroclusters/${uid}/variables`);
    const variables = body.flatMap(
      (entry: { variables: { name: string; value: string }[] }) =>
        entry.variables,
    );
    expect(variables).toContainEqual(
      expect.objectContaining({ name: 'retention_days', value: '14' }),
    );
    expect(variables).toContainEqual(
      expect.objectContaining({ name: 'pager_key', value: '' }),
    );
  });

  it('has events in pages, newest first where asked', async () => {
    const path = `/v1/events/components/spectrocluster/${uid}`;
    const newest = 'orderBy=metadata.lastModifiedTimestamp=-1';
    const timesOf = (body: { items: { metadata: ObjectMeta }[] }) =>
      body.items.map(({ metadata }) => metadata.lastModifiedTimestamp);
    const { body } = await get(`${path}?${newest}`);
    expect(body.items).toHaveLength(50);
    expect(body.listmeta.count).toBe(60);
    const times = timesOf(body);
    expect(times).toEqual([...times].sort().reverse());
    const next = encodeURIComponent(body.listmeta.continue);
    const rest = await get(`${path}?${newest}&continue=${next}`);
    expect(rest.body.items).toHaveLength(10);
    const unasked = await get(path);
    expect(timesOf(unasked.body)).not.toContain(times[0]);
  });

  it('waits for a repave where it is a staging cluster', async () => {
    const stage = await visitor.clusterUid(dana, 'payments-stage', payments);
    const { body } = await get(`/v1/spectroclusters/${stage}/repave/status`);
    expect(body.status.state).toBe('Pending');
    const { body: list } = await get(
      '/v1/dashboard/spectroclusters/repaveStatus?repaveState=Pending',
    );
    expect(list.items).toHaveLength(1);
  });

  it('is deleted by those who may', async () => {
    const path = `/v1/spectroclusters/${uid}`;
    await visitor
      .call('delete', path, dana, payments)
      .query({ forceDelete: false })
      .expect(204);
    const { body } = await get(`${path}/status`);
    expect(body.status.state).toBe('Deleting');
    now += 60_000;
    const later = await get(`${path}/status`);
    expect(later.body.status.state).toBe('Deleted');
    const projects = await visitor.projects(dana);
    const shop = await visitor.clusterUid(
      dana,
      'shop-stage',
      projects['retail-web'],
    );
    await visitor
      .call(
        'delete',
        `/v1/spectroclusters/${shop}`,
        dana,
        projects['retail-web'],
      )
      .expect(403);
  });

  it('comes back with a reset', async () => {
    simulator.control.reset();
    const ada = await visitor.sessionToken(ADA);
    const { body } = await visitor.call(
      'get',
      `/v1/spectroclusters/${uid}/status`,
      ada,
    );
    expect(body.status.state).toBe('Running');
  });
});
