import {
  CLUSTER_COUNT,
  CLUSTERS,
  type RunningCatalog,
  startCatalog,
  until,
} from './__testUtils__/startCatalog';

jest.setTimeout(90_000);

describe('the objects of a Palette in the catalog', () => {
  let catalog: RunningCatalog;

  beforeAll(async () => {
    catalog = await startCatalog({
      config: { spectrocloud: { listTtl: { seconds: 0 } } },
    });
  });

  afterAll(() => catalog?.stop());

  const clusters = () => catalog.entities(CLUSTERS);
  const allClusters = () =>
    until(clusters, list => list.length >= CLUSTER_COUNT);

  it('are all there, owned and related', async () => {
    const found = await allClusters();
    expect(found).toHaveLength(CLUSTER_COUNT);
    const systems = await catalog.entities('kind=system');
    expect(systems).toHaveLength(8);

    const virtual = found.find(
      ({ metadata }) =>
        metadata.annotations?.['spectrocloud.com/cloud-type'] === 'nested',
    );
    const names = new Set(found.map(({ metadata }) => metadata.name));
    expect(virtual?.spec?.owner).toBe('group:default/palette');
    const dependencies = (virtual?.spec?.dependsOn ?? []) as string[];
    expect(
      dependencies.some(ref => names.has(ref.replace('resource:default/', ''))),
    ).toBe(true);

    const [host] = found.filter(one => one !== virtual);
    expect(host.metadata.links?.[0].url).toMatch(
      /^https:\/\/palette\.example\/projects\/\w+\/clusters\/\w+\/overview$/,
    );
    expect(
      systems.map(
        ({ metadata: { namespace, name } }) => `${namespace}/${name}`,
      ),
    ).toContain(host.spec?.system);
    const profiles = await catalog.entities(
      'kind=resource,spec.type=palette-cluster-profile',
    );
    expect(profiles.length).toBeGreaterThan(0);
    const used = found.flatMap(
      ({ spec }) => (spec?.dependsOn ?? []) as string[],
    );
    expect(
      profiles.some(({ metadata }) =>
        used.includes(`resource:default/${metadata.name}`),
      ),
    ).toBe(true);
  });

  it('are read with the API key alone, under the limits of all others', async () => {
    const kinds = catalog.palette.control
      .requests()
      .filter(({ path }) => path.startsWith('/v1/'))
      .map(({ auth }) => auth);
    expect(new Set(kinds)).toEqual(new Set(['apikey']));
  });

  it('stay while Palette fails, and the log says why', async () => {
    await allClusters();
    const { backend, palette } = catalog;
    palette.control.fail({
      path: '/v1/dashboard',
      status: 500,
      count: 1_000,
    });
    await until(
      () => backend.logs.filter(line => line.includes('keeps its entities')),
      lines => lines.length > 0,
    );
    expect(await clusters()).toHaveLength(CLUSTER_COUNT);
    palette.control.clearFaults();
  });
});
