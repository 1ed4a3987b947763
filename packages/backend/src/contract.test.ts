import {
  ODDITIES,
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from './__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from './__testUtils__/startBackend';

jest.setTimeout(120_000);

const DANA = 'dev.dana@acme.example';

interface Named {
  metadata: { name: string; uid: string };
}

const uidOf = (items: Named[], name: string) =>
  items.find(({ metadata }) => metadata.name === name)?.metadata.uid;

describe.each([
  ['as it is by default', {}],
  ['with all of its oddities at once', ODDITIES],
])("the backend's API on a Palette %s", (_, settings) => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  let dana: PaletteBrowser;

  beforeAll(async () => {
    palette = await startPaletteSimulator({ settings });
    backend = await startBackend({ paletteUrl: palette.url });
    dana = new PaletteBrowser(backend);
    await dana.signIn(DANA);
  });
  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  const read = async (path: string, body?: object) => {
    const response = await dana.fetch(
      `/api/spectrocloud${path}`,
      body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
    const text = await response.text();
    expect([path, response.status, response.ok ? '' : text]).toEqual([
      path,
      200,
      '',
    ]);
    return text;
  };
  const json = async (path: string, body?: object) =>
    JSON.parse(await read(path, body));
  const cluster = async (name = 'payments-prod-eu') =>
    uidOf((await json('/clusters')).clusters, name);

  it('knows who asks, and their projects', async () => {
    const me = await json('/users/me');
    expect(me).toMatchObject({ email: DANA, name: 'Dana Developer' });
    const { projects } = await json('/users/me/projects');
    expect(projects).toHaveLength(2);
    expect((await json('/projects')).projects).toHaveLength(2);
    expect((await json('/users/sshkeys')).sshKeys.length).toBeGreaterThan(0);
  });

  it('has the clusters of these projects, host and virtual', async () => {
    const { clusters } = await json('/clusters');
    expect(clusters).toHaveLength(12);
    const { virtualClusters } = await json('/virtualclusters');
    expect(virtualClusters).toHaveLength(5);
  });

  it('counts the nodes of hybrid pools, elsewhere than the cluster', async () => {
    const { clusters } = await json('/clusters');
    const row = clusters.find(
      ({ metadata }: Named) => metadata.name === 'payments-prod-us',
    );
    const { spec } = await json(`/clusters/${row.metadata.uid}`);
    const pools: { size: number; cloudType: string }[] = spec.machinePools;
    expect(pools.at(-1)).toMatchObject({ size: 2, cloudType: 'edge-native' });
    expect(row.spec.nodes.size).toBe(
      pools.reduce((sum, { size }) => sum + size, 0),
    );
    const { nodePools } = await json(`/clusters/${row.metadata.uid}/nodepools`);
    expect(nodePools.at(-1)).toMatchObject({
      name: 'stores',
      cloudType: 'edge-native',
      size: 2,
      machines: [{}, {}],
    });
  });

  it('begins with the newest event of a cluster', async () => {
    const uid = await cluster('payments-fraud-gpu');
    const { events } = await json(`/clusters/${uid}/events`);
    expect(events).toHaveLength(50);
    expect(events[0].reason).toBe('ClusterNotReady');
  });

  it('has the cloud accounts of a cloud, whether they say of which they are', async () => {
    const { accounts } = await json('/cloudaccounts/eks');
    expect(accounts.length).toBeGreaterThan(0);
    const names = (list: Named[]) => list.map(({ metadata }) => metadata.name);
    const { accounts: others } = await json('/cloudaccounts/vsphere');
    expect(others.length).toBeGreaterThan(0);
    expect(names(accounts)).not.toEqual(names(others));
  });

  it('has one cluster with its events and profiles', async () => {
    const uid = await cluster();
    const one = await json(`/clusters/${uid}`);
    expect(one.status.state).toBe('Running');
    expect((await json(`/clusters/${uid}/events`)).events).toHaveLength(50);
    const { profiles } = await json(`/clusters/${uid}/profiles`);
    expect(profiles).toHaveLength(3);
  });

  it('says who may do what in a cluster, and what Palette has to say of it', async () => {
    const uid = await cluster();
    const { namespaces } = await json(`/clusters/${uid}/namespaces`);
    expect(namespaces.map(({ name }: { name: string }) => name)).toContain(
      'apps',
    );
    const { roleBindings } = await json(`/clusters/${uid}/rolebindings`);
    expect(JSON.stringify(roleBindings)).toContain(DANA);
    const { notifications } = await json('/notifications');
    expect(notifications.length).toBeGreaterThan(0);
    const [first] = notifications;
    const own = await json(`/clusters/${first.cluster.uid}/notifications`);
    expect(own.notifications.map((one: { uid: string }) => one.uid)).toContain(
      first.uid,
    );
  });

  it('tells whoever may delete an imported cluster what lets it join', async () => {
    const ada = new PaletteBrowser(backend);
    await ada.signIn('ada.admin@spectro.example');
    const { clusters } = await (
      await ada.fetch('/api/spectrocloud/clusters')
    ).json();
    const uid = uidOf(clusters, 'platform-imported');
    const path = `/api/spectrocloud/clusters/${uid}/importmanifest`;
    const { command, manifest } = await (await ada.fetch(path)).json();
    expect(command).toMatch(/^kubectl apply /);
    expect(manifest).toContain('kind: Secret');
    expect((await dana.fetch(path)).status).toBe(404);
  });

  it('hands out a kubeconfig that signs in through Palette', async () => {
    const text = await read(
      `/clusters/${await cluster()}/kubeconfig?kind=oidc`,
    );
    expect(text).toContain('oidc-login');
    palette.control.updateSettings({ kubeconfigClient: false });
    const older = await read(
      `/clusters/${await cluster()}/kubeconfig?kind=oidc`,
    );
    palette.control.updateSettings({ kubeconfigClient: true });
    expect(older).toBe(text);
  });

  it('has profiles with packs and variables', async () => {
    const { profiles } = await json('/profiles/search', {});
    const uid = uidOf(profiles, 'payments-addons');
    const { packs } = await json(`/profiles/${uid}/packs`);
    expect(packs).toHaveLength(2);
    const { variables } = await json(`/profiles/${uid}/variables`);
    expect(variables.length).toBeGreaterThan(1);
    const exported = await json(`/profiles/${uid}/export`);
    expect(exported.metadata.name).toBe('payments-addons');
    expect(await read(`/profiles/${uid}/export?format=yaml`)).toContain(
      'name: payments-addons',
    );
    expect(await read(`/profiles/${uid}/export?format=terraform`)).toContain(
      'resource ',
    );
  });

  it('has groups for virtual clusters, and gateways with their pools', async () => {
    const { clusterGroups } = await json('/clustergroups');
    const group = uidOf(clusterGroups, 'payments-vclusters');
    const { projects } = await json('/projects');
    const scope = `projectUid=${uidOf(projects, 'payments')}`;
    const one = await json(`/clustergroups/${group}?${scope}`);
    expect(one.metadata.uid).toBe(group);
    const { overlords } = await json('/overlords');
    const gateway = uidOf(overlords, 'pcg-vsphere-frankfurt');
    const { pools } = await json(
      `/overlords/vsphere/${gateway}/pools?${scope}`,
    );
    expect(pools).toHaveLength(1);
  });

  it('stays signed in', async () => {
    expect((await dana.refresh()).status).toBe(200);
    expect((await json('/clusters')).clusters).toHaveLength(12);
  });
});
