import {
  CLUSTER_COUNT,
  CLUSTERS,
  type RunningCatalog,
  startCatalog,
  until,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const API_TOKEN = 'backstage-demo-api-key';
/** One run at the start, and none later. */
const ONCE = {
  frequency: { hours: 1 },
  timeout: { minutes: 1 },
  initialDelay: { seconds: 0 },
};
const PROJECT = 'kind=system,metadata.title=payments';
const OF_SPARE = `${CLUSTERS},metadata.annotations.spectrocloud.com/managed-by=spare`;

const newCluster = {
  cloudType: 'eks',
  metadata: { name: 'brand-new' },
  spec: {
    cloudAccountUid: 'account',
    cloudConfig: { region: 'eu-west-1' },
    machinepoolconfig: [
      {
        cloudConfig: { instanceType: 't3.large' },
        poolConfig: {
          isControlPlane: false,
          labels: ['worker'],
          name: 'workers',
          size: 2,
        },
      },
    ],
    profiles: [],
  },
};

describe('the catalog’s runs', () => {
  let catalog: RunningCatalog;

  beforeAll(async () => {
    catalog = await startCatalog({
      provider: { schedule: ONCE },
      config: palette => ({
        spectrocloud: {
          listTtl: { seconds: 0 },
          environments: ['demo', 'spare'].map(name => ({
            name,
            url: palette.url,
            tenant: 'demo',
            apiToken: API_TOKEN,
          })),
        },
        catalog: {
          providers: {
            spectrocloud: {
              spare: {
                namespace: 'spare',
                schedule: {
                  frequency: { seconds: 2 },
                  timeout: { seconds: 30 },
                  initialDelay: { seconds: 0 },
                },
              },
            },
          },
        },
      }),
    });
  });

  afterAll(() => catalog?.stop());

  it('keep several Palettes apart', async () => {
    const all = await until(
      () => catalog.entities(CLUSTERS),
      list => list.length >= 2 * CLUSTER_COUNT,
    );
    const namespaces = all.map(({ metadata }) => metadata.namespace);
    expect(namespaces.filter(name => name === 'spare')).toHaveLength(
      CLUSTER_COUNT,
    );
  });

  it('are not waited for by a cluster that was created through the plugin', async () => {
    const [project] = await until(
      () => catalog.entities(PROJECT),
      list => list.length > 0,
    );
    const ada = await catalog.signIn('ada.admin@spectro.example');
    const response = await ada.fetch(
      `/api/spectrocloud/clusters?instance=demo&projectUid=${project.metadata.name}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(newCluster),
      },
    );
    expect(await response.json()).toEqual({ uid: expect.any(String) });
    const [created] = await until(
      () =>
        catalog.entities(
          `${CLUSTERS},metadata.title=brand-new,metadata.namespace=default`,
        ),
      list => list.length > 0,
    );
    expect(created.spec?.system).toBe(`default/${project.metadata.name}`);
    // The other entry has runs of its own.
    await until(
      () => catalog.entities(`${OF_SPARE},metadata.title=brand-new`),
      list => list.length > 0,
    );
  });

  it('take nothing out of the catalog while a list breaks off, or nothing is answered', async () => {
    const { palette, backend } = catalog;
    const before = await catalog.entities(OF_SPARE);
    const search = '/v1/dashboard/spectroclusters/search';
    const said = (text: string) =>
      until(
        () => backend.logs.filter(line => line.includes(text)),
        lines => lines.length > 0,
      );
    palette.control.fail({
      path: search,
      status: 200,
      body: 'truncated',
      count: 1_000,
    });
    await said("Palette's clusters can't be read");
    expect(await catalog.entities(OF_SPARE)).toHaveLength(before.length);
    palette.control.clearFaults();

    palette.control.fail({
      path: search,
      status: 200,
      body: 'empty',
      count: 1_000,
    });
    await said('keeps its entities');
    expect(await catalog.entities(OF_SPARE)).toHaveLength(before.length);
    palette.control.clearFaults();
  });
});
