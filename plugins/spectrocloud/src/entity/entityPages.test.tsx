import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cluster, clusters } from '../__testUtils__/paletteData';
import { PATIENT } from '../__testUtils__/renderPalette';
import { entityOf, renderEntity } from '../__testUtils__/renderEntity';
import { SignInRequiredError } from '../QuietPalette';

jest.setTimeout(60_000);

const NAMED = entityOf({
  'spectrocloud.com/cluster-uid': 'uid-1',
  'spectrocloud.com/project-uid': 'project-1',
  'spectrocloud.com/instance': 'demo',
});
const failing = (statusCode: number) => () =>
  Promise.reject(Object.assign(new Error(), { statusCode }));
const find = (text: string | RegExp) => screen.findByText(text, {}, PATIENT);

describe('the card of a cluster', () => {
  it('shows the cluster that the annotations name, and where there is more', async () => {
    const { api } = renderEntity([NAMED], {
      getCluster: jest.fn(async () => ({
        ...cluster,
        spec: { ...cluster.spec, projectUid: 'project-1' },
      })),
    });
    expect(await find('Runs and is healthy')).toBeInTheDocument();
    expect(api.getCluster).toHaveBeenCalledTimes(1);
    expect(api.getCluster).toHaveBeenCalledWith(
      'uid-1',
      expect.objectContaining({ instance: 'demo', projectUid: 'project-1' }),
    );
    expect(screen.getByText('4 of 5 healthy')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/palette/clusters/uid-1?instance=demo&projectUid=project-1',
    );
    expect(
      screen.getByRole('link', { name: /^Open in Palette/ }),
    ).toHaveAttribute(
      'href',
      'https://console.example/projects/project-1/clusters/uid-1/overview',
    );
  });

  it('finds a cluster by its name in a project', async () => {
    const { api } = renderEntity([
      entityOf({
        'spectrocloud.com/cluster-name': 'cluster-3',
        'spectrocloud.com/project-name': 'payments',
      }),
    ]);
    await find('Runs and is healthy');
    expect(api.getCluster).toHaveBeenCalledWith('uid-3', expect.anything());
  });

  it.each([
    [
      'a name without a project',
      { 'spectrocloud.com/cluster-name': 'cluster-3' },
      {},
      /counts within a project: add the annotation spectrocloud.com\/project-name/,
    ],
    [
      'a name that nothing in the project has',
      {
        'spectrocloud.com/cluster-name': 'cluster-4',
        'spectrocloud.com/project-name': 'payments',
      },
      {},
      /annotation spectrocloud.com\/cluster-name names is not at Palette any more/,
    ],
    [
      'a Palette that is not configured',
      {
        'spectrocloud.com/cluster-uid': 'uid-1',
        'spectrocloud.com/instance': 'elsewhere',
      },
      {},
      /names “elsewhere”, which is no Palette of this Backstage/,
    ],
    [
      'a cluster that is gone',
      { 'terasky.backstage.io/cluster-id': 'uid-1' },
      { getCluster: failing(404) },
      /annotation terasky.backstage.io\/cluster-id names is not at Palette any more/,
    ],
    [
      'what can be no uid',
      { 'spectrocloud.com/cluster-uid': '../x' },
      { getCluster: failing(400) },
      /names something that Palette can’t have: correct it/,
    ],
    [
      'a cluster that the role does not show',
      { 'spectrocloud.com/cluster-uid': 'uid-1' },
      { getCluster: failing(403) },
      /Your Palette role does not allow it. Ask an administrator/,
    ],
  ])(
    'says in a sentence what to do about %s',
    async (_, named, answers, text) => {
      renderEntity([entityOf(named)], answers);
      expect(await find(text)).toBeInTheDocument();
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('offers a sign-in by a button, and goes on after it', async () => {
    const getCluster = jest
      .fn(async (): Promise<typeof cluster> => cluster)
      .mockRejectedValueOnce(new SignInRequiredError('airgapped'));
    const { signIn } = renderEntity([NAMED], { getCluster });
    await find('Sign in to Palette to see this.');
    expect(signIn).not.toHaveBeenCalled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Sign in to Palette' }),
    );
    await waitFor(() => expect(signIn).toHaveBeenCalledWith('airgapped'));
    expect(await find('Runs and is healthy')).toBeInTheDocument();
  });

  it('can be tried again when Palette failed', async () => {
    let hasFailed = true;
    renderEntity([NAMED], {
      getCluster: async () => (hasFailed ? failing(503)() : cluster),
    });
    await screen.findByRole('button', { name: 'Try again' }, PATIENT);
    hasFailed = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await find('Runs and is healthy')).toBeInTheDocument();
  });

  it('is there for a virtual cluster, with what it runs on', async () => {
    renderEntity(
      [entityOf({ 'spectrocloud.com/virtual-cluster-uid': 'uid-1' })],
      {
        getCluster: async () => ({
          ...cluster,
          virtual: {
            lifecycle: 'Paused',
            clusterGroup: { uid: 'g', name: 'eu' },
          },
        }),
      },
    );
    expect(await find('Is paused')).toBeInTheDocument();
    expect(screen.getByText('Palette virtual cluster')).toBeInTheDocument();
    expect(screen.getByText('eu')).toBeInTheDocument();
  });

  it('reads the prefix that the app names', async () => {
    renderEntity(
      [entityOf({ 'acme.example/cluster-id': 'uid-1' })],
      {},
      { spectrocloud: { annotationPrefix: 'acme.example' } },
    );
    expect(await find('Runs and is healthy')).toBeInTheDocument();
  });

  it('is not there for other entities', async () => {
    renderEntity([entityOf({ 'spectrocloud.com/instance': 'demo' })]);
    expect(await find('About')).toBeInTheDocument();
    expect(screen.queryByText(/^Palette cluster/)).toBeNull();
    expect(screen.queryByRole('tab', { name: 'Palette' })).toBeNull();
  });
});

describe('the other cards', () => {
  it('show a profile', async () => {
    const getProfile = jest.fn(async () => ({
      metadata: { uid: 'f1', name: 'eks-infra' },
      spec: {
        type: 'infra',
        cloudType: 'eks',
        version: '2.1.0',
        versions: [],
        packs: [{ name: 'kubernetes-eks', version: '1.32' }],
      },
      status: { inUseClusters: [{ uid: 'uid-1' }] },
    }));
    renderEntity([entityOf({ 'terasky.backstage.io/profile-id': 'f1' })], {
      getProfile,
    });
    expect(await find('kubernetes-eks 1.32')).toBeInTheDocument();
    expect(screen.getByText('1 cluster')).toBeInTheDocument();
    expect(getProfile).toHaveBeenCalledWith('f1', expect.anything());
  });

  const group = {
    metadata: { uid: 'g1', name: 'eu' },
    spec: {
      endpointType: 'Ingress',
      hostClusters: [{ uid: 'uid-1', name: 'host-1' }],
      limits: { cpuMilliCore: 12_000, memoryMiB: 16_384, storageGiB: 100 },
      hostEndpoints: [{ clusterUid: 'uid-1', ingressHost: '*.host-1.example' }],
      components: [
        {
          uid: 'f2',
          name: 'base',
          packs: [{ name: 'team-namespaces', layer: 'addon' }],
        },
      ],
      values: 'sync: true',
    },
  };
  const groupAnswers = {
    getClusterGroup: async () => group,
    listClusterGroups: async () => [
      {
        ...group,
        spec: { ...group.spec, cpu: { allocated: 12_000, used: 3_600 } },
      },
    ],
  };
  const GROUP = entityOf({ 'spectrocloud.com/cluster-group-uid': 'g1' });

  it('show a cluster group with what of it is in use', async () => {
    renderEntity([GROUP], groupAnswers);
    expect(await find('3.6 of 12 cores in use')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '30',
    );
  });

  it('show its policies, components and Helm values in the tab', async () => {
    renderEntity([GROUP], groupAnswers, { tab: '/palette' });
    expect(await find('12 cores')).toBeInTheDocument();
    expect(screen.getByText('Ingress, *.host-1.example')).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'base' })).toHaveTextContent(
      'team-namespaces',
    );
    const values = await screen.findByRole(
      'region',
      { name: 'Helm values of each virtual cluster' },
      PATIENT,
    );
    await waitFor(() => expect(values).toHaveTextContent('sync: true'));
  });

  it('show a project with the states of its clusters', async () => {
    renderEntity([entityOf({ 'spectrocloud.com/project-uid': 'project-1' })], {
      listClusters: jest.fn(async () => clusters(8)),
    });
    expect(await find('8 clusters')).toBeInTheDocument();
    expect(screen.getByText('2 Unhealthy')).toBeInTheDocument();
    expect(screen.getByText('6 Running')).toBeInTheDocument();
  });

  it('show the clusters that a component depends on, from one list', async () => {
    const component = entityOf(
      {},
      {
        name: 'shop',
        kind: 'Component',
        relations: ['prod', 'lost', 'database'].map(name => ({
          type: 'dependsOn',
          targetRef: `resource:default/${name}`,
        })),
      },
    );
    const lost = { 'spectrocloud.com/cluster-uid': 'uid-99' };
    const { api } = renderEntity([
      component,
      NAMED,
      entityOf(lost, { name: 'lost' }),
      entityOf({}, { name: 'database' }),
    ]);
    const table = await screen.findByRole(
      'table',
      { name: 'Palette clusters' },
      PATIENT,
    );
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toHaveTextContent(/prod.*Running.*retail-web/);
    expect(rows[1]).toHaveTextContent(/lost.*Not at Palette any more/);
    expect(api.listClusters).toHaveBeenCalledTimes(1);
    expect(api.getCluster).not.toHaveBeenCalled();
  });

  it('show the clusters of a system’s components', async () => {
    const component = entityOf(
      {},
      {
        name: 'shop',
        kind: 'Component',
        relations: [{ type: 'dependsOn', targetRef: 'resource:default/prod' }],
      },
    );
    const system = entityOf(
      {},
      {
        name: 'all',
        kind: 'System',
        relations: [{ type: 'hasPart', targetRef: 'component:default/shop' }],
      },
    );
    renderEntity([system, component, NAMED]);
    const table = await screen.findByRole(
      'table',
      { name: 'Palette clusters' },
      PATIENT,
    );
    expect(within(table).getAllByRole('row')).toHaveLength(2);
  });
});

describe('the tab', () => {
  it('shows everything about the cluster, and asks in its Palette', async () => {
    const { api } = renderEntity([NAMED], {}, { tab: '/palette' });
    expect(
      await screen.findByRole('heading', { name: 'payments-prod' }, PATIENT),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Events' }));
    await waitFor(() =>
      expect(api.listClusterEvents).toHaveBeenCalledWith(
        'uid-1',
        expect.objectContaining({ instance: 'demo', projectUid: 'project-1' }),
      ),
    );
  });
});
