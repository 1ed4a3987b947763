import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { cluster } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const PAGE = '/palette/clusters/uid-1?projectUid=project-1';
const DAY_MS = 24 * 60 * 60 * 1000;

const missing = async (): Promise<never> => {
  throw Object.assign(new Error(), { statusCode: 404 });
};

/** A Palette that has everything. */
const answers = () =>
  ({
    listClusterNodePools: jest.fn(async () => [
      {
        name: 'worker-pool',
        isControlPlane: false,
        size: 2,
        minSize: 1,
        maxSize: 4,
        machines: [
          {
            uid: 'm1',
            name: 'worker-0',
            state: 'Running',
            health: 'UnHealthy',
            maintenance: 'cordon',
            cpus: 4,
            memoryMiB: 16_384,
            zone: 'rack-1',
            addresses: ['10.0.0.7'],
            creationTimestamp: '2026-01-01T10:00:00Z',
          },
        ],
      },
    ]),
    listClusterMetrics: jest.fn(async () => [
      {
        kind: 'cpu',
        unit: 'MilliCore',
        points: [
          { at: '2026-01-01T10:00:00Z', value: 1_000 },
          { at: '2026-01-01T11:00:00Z', value: 3_000 },
        ],
      },
    ]),
    getClusterCost: jest.fn(async () => ({
      total: 12.5,
      points: [{ at: '2026-01-01T00:00:00Z', total: 12.5 }],
    })),
    listClusterWorkloads: jest.fn(async () => [
      {
        uid: 'w1',
        kind: 'Deployment' as const,
        namespace: 'apps',
        name: 'front',
        ready: 2,
        wanted: 2,
      },
      {
        uid: 'w2',
        kind: 'Deployment' as const,
        namespace: 'apps',
        name: 'worker',
        ready: 1,
        wanted: 2,
      },
      {
        uid: 'w3',
        kind: 'Pod' as const,
        namespace: 'system',
        name: 'agent',
        phase: 'Running',
      },
    ]),
    getClusterRepave: jest.fn(async () => ({
      state: 'Pending',
      reasons: [
        {
          message: 'Kubernetes has a newer version',
          pack: { name: 'kubernetes', from: '1.32.6', to: '1.33.1' },
        },
      ],
    })),
    listProfileUpdates: jest.fn(async () => [
      {
        uid: 'profile-1',
        name: 'eks-infra',
        packs: [{ name: 'kubernetes', layer: 'k8s', version: '1.33.1' }],
      },
    ]),
    listClusterCertificates: jest.fn(async () => [
      {
        machine: 'cp-0',
        authority: 'ca',
        expires: new Date(Date.now() + 900 * DAY_MS).toISOString(),
      },
      {
        machine: 'cp-0',
        authority: 'ca',
        name: 'apiserver',
        expires: new Date(Date.now() + 9 * DAY_MS).toISOString(),
      },
    ]),
    getClusterBackup: jest.fn(async () => ({
      location: { uid: 'l1', name: 'backups-eu' },
      schedule: '0 2 * * *',
      runs: [
        {
          name: 'nightly',
          state: 'Completed',
          at: '2026-01-01T02:00:00Z',
          namespaces: ['apps'],
        },
      ],
    })),
    listClusterScans: jest.fn(async () => [
      {
        name: 'kube-bench',
        schedule: '0 4 * * 0',
        runs: [
          {
            state: 'Completed',
            at: '2026-01-04T04:00:00Z',
            failed: 2,
            passed: 9,
          },
          { state: 'Completed', at: '2025-12-28T04:00:00Z', passed: 11 },
        ],
      },
      {
        name: 'sonobuoy',
        runs: [{ state: 'InProgress', message: 'half done' }],
      },
      { name: 'syft' },
    ]),
    getClusterOidc: jest.fn(async () => ({
      issuerUrl: 'https://palette.example',
      clientId: 'palette',
      scopes: ['openid', 'email'],
    })),
  }) satisfies Partial<SpectroCloudApi>;

const open = async (tab: string) =>
  userEvent.click(await screen.findByRole('tab', { name: tab }, PATIENT));

describe('the tabs of a cluster', () => {
  it('says so where the address names a tab that there isn’t', async () => {
    renderPalette(`${PAGE}&tab=nothing`, answers());
    expect(
      await screen.findByText('There is no such page', {}, PATIENT),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('tab', { name: 'Overview', selected: true }),
    ).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Overview' }));
    expect(
      await screen.findByRole('tab', { name: 'Overview', selected: true }),
    ).toBeInTheDocument();
  });

  it('ask for nothing but the cluster at first, and each for its own when it is opened', async () => {
    const parts = answers();
    const listClusterEvents = jest.fn(async () => []);
    const { getCluster } = renderPalette(PAGE, { ...parts, listClusterEvents });
    const asked = () => [
      ...Object.entries({ ...parts, listClusterEvents })
        .filter(([, method]) => method.mock.calls.length > 0)
        .map(([name]) => name),
    ];
    await screen.findByText('Runs and is healthy', {}, PATIENT);
    expect(getCluster).toHaveBeenCalledTimes(1);
    expect(asked()).toEqual([]);
    await open('Nodes');
    expect(await screen.findByText('worker-pool')).toBeInTheDocument();
    expect(asked()).toEqual(['listClusterNodePools']);
    expect(parts.listClusterNodePools).toHaveBeenCalledWith(
      'uid-1',
      expect.objectContaining({ projectUid: 'project-1' }),
    );
    expect(getCluster).toHaveBeenCalledTimes(1);
  });

  it('show the machines of each pool: state, age and size', async () => {
    renderPalette(PAGE, answers());
    await open('Nodes');
    const table = await screen.findByRole('table', { name: 'worker-pool' });
    const [, row] = within(table).getAllByRole('row');
    for (const text of [
      'worker-0',
      'Unhealthy',
      'in maintenance: cordon',
      '4 vCPU, 16 GiB',
      'rack-1',
      '10.0.0.7',
    ]) {
      expect(row).toHaveTextContent(text);
    }
    expect(
      screen.getByText('Worker pool, 2 nodes wanted, scales from 1 to 4'),
    ).toBeInTheDocument();
  });

  it('say what its group lets a virtual cluster have', async () => {
    const getClusterGroup = jest.fn(async () => ({
      metadata: { uid: 'group-1', name: 'beehive' },
      spec: { hostClusters: [], limits: { cpuMilliCore: 6_000 } },
    }));
    renderPalette(PAGE, {
      ...answers(),
      getClusterGroup,
      getCluster: async () => ({
        ...cluster,
        virtual: { clusterGroup: { uid: 'group-1', name: 'beehive' } },
      }),
    });
    await screen.findByRole('link', { name: 'beehive' }, PATIENT);
    expect(getClusterGroup).not.toHaveBeenCalled();
    await open('Nodes');
    expect(await screen.findByText('6 cores')).toBeInTheDocument();
  });

  it('show usage over time as a chart, a sentence and a table, for the time that is chosen', async () => {
    const parts = answers();
    renderPalette(PAGE, parts);
    await open('Usage and cost');
    expect(
      await screen.findByText(
        'Last 3 cores, on average 2 cores, 3 cores at most',
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByTestId('chart')).toHaveLength(2);
    expect(
      screen.getByText('$12.50 in one day, by Palette’s estimate'),
    ).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('Time'), '168');
    await waitFor(() =>
      expect(parts.listClusterMetrics).toHaveBeenLastCalledWith(
        'uid-1',
        expect.objectContaining({ hours: 168 }),
      ),
    );
  });

  it('show hybrid pools with their state and the way to their clusters', async () => {
    renderPalette(`${PAGE}&tab=nodes`, {
      ...answers(),
      listClusterNodePools: async () => [
        {
          name: 'stores',
          cloudType: 'edge-native',
          hybrid: {
            clusterUid: 'uid-9',
            state: 'Running',
            health: 'Unhealthy',
          },
          machines: [],
        },
      ],
    });
    const link = await screen.findByRole(
      'link',
      { name: 'To the cluster that this pool is' },
      PATIENT,
    );
    expect(link).toHaveAttribute(
      'href',
      '/palette/clusters/uid-9?projectUid=project-1',
    );
    expect(screen.getByText('Unhealthy')).toBeInTheDocument();
    expect(screen.getByText(/hybrid, Edge/)).toBeInTheDocument();
  });

  it('show workloads, what is not ready first, and find them', async () => {
    renderPalette(PAGE, answers());
    await open('Workloads');
    const table = await screen.findByRole('table', { name: 'Workloads' });
    const names = () =>
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent);
    expect(names()).toEqual(['worker', 'front', 'agent']);
    await userEvent.selectOptions(screen.getByLabelText('Namespace'), 'system');
    expect(names()).toEqual(['agent']);
  });

  it('show workloads below their namespaces and kinds, as the filters have it', async () => {
    renderPalette(`${PAGE}&tab=workloads&view=tree`, answers());
    const apps = await screen.findByText('apps (2)', {}, PATIENT);
    const branch = within(apps.closest('details')!);
    expect(branch.getByText('Deployment (2)')).toBeInTheDocument();
    expect(branch.getByText('worker')).toHaveTextContent('1 of 2 ready');
    await userEvent.selectOptions(screen.getByLabelText('Namespace'), 'system');
    expect(screen.queryByText('apps (2)')).toBeNull();
    expect(screen.getByText('Pod (1)')).toBeInTheDocument();
  });

  it('show workloads as a graph, which tells without colour what is not ready', async () => {
    renderPalette(`${PAGE}&tab=workloads`, answers());
    await userEvent.selectOptions(
      await screen.findByLabelText('Shown as', {}, PATIENT),
      'Graph',
    );
    const graph = await screen.findByRole(
      'img',
      { name: /^Graph of the workloads of payments-prod/ },
      PATIENT,
    );
    // It is drawn anew once its boxes have been measured.
    await waitFor(() =>
      expect(graph).toHaveTextContent('Deployment worker, not ready'),
    );
    expect(graph).toHaveTextContent('Pod agent');
    expect(screen.queryByRole('table', { name: 'Workloads' })).toBeNull();
  });

  it('show what keeps the cluster, and what somebody has to look at', async () => {
    renderPalette(PAGE, {
      ...answers(),
      getCluster: async () => ({
        ...cluster,
        status: {
          ...cluster.status,
          upgrades: [
            { at: '2026-01-01T10:00:00Z', reasons: ['Kubernetes 1.32.6'] },
          ],
        },
      }),
    });
    await open('Upkeep');
    expect(
      await screen.findByText('Waits for somebody to approve it in Palette'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/newer version \(kubernetes from 1.32.6 to 1.33.1\)/),
    ).toBeInTheDocument();
    expect(screen.getByText(/: Kubernetes 1.32.6/)).toBeInTheDocument();
    expect(
      await screen.findByRole('table', { name: 'Updates to apply' }),
    ).toHaveTextContent('kuberneteseks-infra1.32.61.33.1');
    const certificates = await screen.findByRole('table', {
      name: 'Certificates of the control plane',
    });
    const [, first] = within(certificates).getAllByRole('row');
    expect(first).toHaveTextContent('ca / apiserverLapses soonin 1 week');
    expect(await screen.findByText('backups-eu')).toBeInTheDocument();
    const scans = await screen.findByRole('table', {
      name: 'Compliance scans',
    });
    const [, bench, sonobuoy, syft] = within(scans).getAllByRole('row');
    expect(bench).toHaveTextContent(
      /^kube-bench0 4 \* \* 02 checks failed, 9 checks passed.*Jan 4, 2026/,
    );
    expect(sonobuoy).toHaveTextContent(
      /^sonobuoyon demandInProgress: half done/,
    );
    expect(syft).toHaveTextContent(/^syfton demand–/);
  });

  it('leave out what this Palette does not offer', async () => {
    const none = Object.fromEntries(
      Object.keys(answers()).map(name => [name, missing]),
    );
    renderPalette(PAGE, none);
    await open('Upkeep');
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('heading', { level: 2 })
          .map(({ textContent }) => textContent),
      ).not.toContain('Backups'),
    );
    for (const title of ['Backups', 'Compliance scans']) {
      expect(screen.queryByText(title)).toBeNull();
    }
    expect(screen.queryByRole('alert')).toBeNull();
    await open('Nodes');
    expect(
      await screen.findByText(
        'Palette tells nothing of this cluster’s node pools.',
      ),
    ).toBeInTheDocument();
  });

  it('give a line to sign in by kubectl', async () => {
    renderPalette(PAGE, answers());
    await open('Access by kubectl');
    expect(
      await screen.findByText(
        'kubectl oidc-login get-token --oidc-issuer-url=https://palette.example --oidc-client-id=palette --oidc-extra-scope=email',
      ),
    ).toBeInTheDocument();
  });

  it('lead from a host to the virtual clusters on it', async () => {
    renderPalette(PAGE, {
      getCluster: async () => ({
        ...cluster,
        virtualClusters: [
          { uid: 'v1', name: 'sandbox', projectUid: 'project-2' },
        ],
      }),
    });
    expect(
      await screen.findByRole('link', { name: 'sandbox' }, PATIENT),
    ).toHaveAttribute('href', '/palette/clusters/v1?projectUid=project-2');
  });
});

describe('the kubeconfig menu', () => {
  it('has one that leads to the cluster itself', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:kubeconfig');
    URL.revokeObjectURL = jest.fn();
    const getKubeconfig = jest.fn(async () => ({
      fileName: 'prod.yaml',
      content: new Blob(['apiVersion: v1']),
      credential: 'user' as const,
    }));
    renderPalette(PAGE, { getKubeconfig });
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'Download kubeconfig' },
        PATIENT,
      ),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^Without Palette’s proxy/ }),
    );
    await waitFor(() =>
      expect(getKubeconfig).toHaveBeenCalledWith(
        'uid-1',
        expect.objectContaining({ kind: 'oidc', direct: true }),
      ),
    );
  });
});
