import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const silent = { lastHeartBeatTimestamp: '2026-01-01T00:00:00Z' };

const cluster = (
  name: string,
  status: ClusterSummary['status'],
): ClusterSummary => ({
  metadata: { uid: `uid-${name}`, name },
  spec: {
    cloudType: 'eks',
    projectName: 'payments',
    kubernetesVersion: '1.32.6',
  },
  status: {
    cpuMilliCore: { used: 1_000, total: 4_000 },
    memoryMiB: { used: 2_048, total: 16_384 },
    costPerHour: 0.76,
    ...status,
  },
});

const answers = {
  listClusters: jest.fn(async () => [
    cluster('prod', { state: 'Running', health: { state: 'Healthy' } }),
    cluster('stage', {
      state: 'Running',
      health: { state: 'Healthy' },
      repave: 'Pending',
    }),
    cluster('broken', {
      state: 'Running',
      health: {
        state: 'UnHealthy',
        ...silent,
        conditions: [{ type: 'NotReady', message: 'etcd is slow' }],
      },
    }),
    cluster('dead', { state: 'Error' }),
  ]),
  listClusterMeta: jest.fn(async () => [
    { uid: 'uid-prod', region: 'eu-west-1', clusterType: 'PureManage' },
    { uid: 'uid-stage', region: 'eu-west-1', clusterType: 'PureManage' },
  ]),
};

const rowsOf = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);

describe('FleetPage', () => {
  it('is what the address of the plugin opens', async () => {
    renderPalette('/palette', answers);
    await screen.findByRole('heading', { name: 'Fleet' }, PATIENT);
    await screen.findByRole('table', { name: 'State' }, PATIENT);
    expect(rowsOf('State')).toEqual(['Running3', 'Failed1']);
    expect(rowsOf('Health')).toEqual(['Healthy2', 'Unhealthy1', 'Unknown1']);
    expect(rowsOf('Kubernetes wanted')).toEqual(['1.32.64']);
    await screen.findByRole('link', { name: 'eu-west-1' });
    expect(rowsOf('Regions')).toEqual(['eu-west-12', 'not known2']);
    expect(rowsOf('Managed')).toEqual(['By Palette2', 'not known2']);
  });

  it('leads from each segment, and its row, to the clusters that it counts', async () => {
    renderPalette('/palette', answers);
    const table = await screen.findByRole('table', { name: 'State' }, PATIENT);
    expect(within(table).getByRole('link', { name: 'Failed' })).toHaveAttribute(
      'href',
      '/palette/clusters?state=Error',
    );
    const [chart] = screen.getAllByTestId('chart');
    const segment = within(chart).getByText('Failed: 1').closest('path')!;
    await userEvent.click(segment);
    await screen.findByText('1 of 4 clusters', {}, PATIENT);
    expect(screen.getByText('State: Failed')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'dead' })).toBeInTheDocument();
  });

  it('fills no two segments alike', async () => {
    renderPalette('/palette', answers);
    const [chart] = await screen.findAllByTestId('chart', {}, PATIENT);
    const patterns = [...chart.querySelectorAll('pattern')].map(
      ({ innerHTML }) => innerHTML,
    );
    expect(patterns).toHaveLength(2);
    expect(new Set(patterns).size).toBe(2);
  });

  it('names what needs somebody, the worst first, why, and where to go', async () => {
    renderPalette('/palette', answers);
    const list = await screen.findByRole(
      'list',
      { name: 'Needs attention' },
      PATIENT,
    );
    const links = within(list).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'dead',
      'Events',
      'broken',
      'Conditions',
      'Nodes',
      'stage',
      'Act…',
    ]);
    expect(
      within(list).getByRole('link', { name: 'Events of dead' }),
    ).toHaveAttribute('href', '/palette/clusters/uid-dead?tab=events');
    expect(
      within(list).getByRole('link', {
        name: 'Repave to approve: act on stage',
      }),
    ).toHaveAttribute('href', '/palette/clusters/uid-stage?action=repave');
    expect(links[2]).toHaveAttribute('href', '/palette/clusters/uid-broken');
    expect(within(list).getByText('etcd is slow')).toBeInTheDocument();
    expect(within(list).getByText('Agent silent')).toBeInTheDocument();
    expect(within(list).getByText('Repave to approve')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Unhealthy: 1' }));
    await screen.findByText('1 of 4 clusters', {}, PATIENT);
    expect(screen.getByText('Needs attention: Unhealthy')).toBeInTheDocument();
  });

  it('leads from what needs somebody to where they can act: the console', async () => {
    const failed = cluster('dead', { state: 'Error' });
    renderPalette('/palette', {
      listClusters: async () => [
        { ...failed, spec: { ...failed.spec, projectUid: 'project-1' } },
      ],
    });
    expect(
      await screen.findByRole(
        'link',
        { name: 'Open in Palette: dead' },
        PATIENT,
      ),
    ).toHaveAttribute(
      'href',
      'https://console.example/projects/project-1/clusters/uid-dead/overview',
    );
  });

  it('says so when nothing does', async () => {
    renderPalette('/palette', {
      listClusters: async () => [cluster('prod', { state: 'Running' })],
    });
    expect(
      await screen.findByText('Nothing needs attention.', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('has a tile for each project, with what it uses and costs', async () => {
    renderPalette('/palette', {
      ...answers,
      listMyProjects: async () => [
        { uid: 'p-1', name: 'payments', permissions: [] },
        { uid: 'p-2', name: 'empty', permissions: [] },
      ],
    });
    await screen.findByText('empty', {}, PATIENT);
    const [payments, empty] = screen
      .getAllByRole('heading', { level: 4 })
      .map(({ parentElement }) => parentElement!);
    expect(payments).toHaveTextContent('CPU: 4 of 16 cores used');
    expect(payments).toHaveTextContent('Memory: 8 of 64 GiB used');
    expect(payments).toHaveTextContent('Cost an hour: $3.04');
    expect(
      within(payments).getByRole('link', { name: 'Failed: 1' }),
    ).toHaveAttribute('href', '/palette/clusters?project=payments&state=Error');
    expect(empty).toHaveTextContent('No clusters');
  });

  it('does without regions and projects that Palette keeps to itself', async () => {
    const fail = () => Promise.reject(new Error('no'));
    renderPalette('/palette', {
      ...answers,
      listClusterMeta: fail,
      listMyProjects: fail,
    });
    await screen.findByRole('table', { name: 'State' }, PATIENT);
    expect(
      screen.getByRole('heading', { name: 'payments' }),
    ).toBeInTheDocument();
  });

  it('says so when there is no cluster', async () => {
    renderPalette('/palette', { listClusters: async () => [] });
    expect(
      await screen.findByText('No clusters yet', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('offers another attempt where it fails', async () => {
    const listClusters = jest.fn(() =>
      Promise.reject(Object.assign(new Error(), { statusCode: 504 })),
    );
    renderPalette('/palette', { listClusters });
    await screen.findByText('Palette does not answer', {}, PATIENT);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(listClusters).toHaveBeenCalledTimes(2));
  });

  it('has nothing below it', async () => {
    renderPalette('/palette/fleet/nothing', answers);
    expect(
      await screen.findByText('There is no such page', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('is there whatever Palette calls things, and whatever it leaves out', async () => {
    const errors = jest.spyOn(console, 'error').mockImplementation(() => {});
    const odd = 'constructor';
    const bare = { metadata: { uid: '', name: '' }, spec: {}, status: {} };
    renderPalette('/palette/fleet', {
      listClusters: async () => [
        cluster('odd', { state: odd, health: { state: odd } }),
        cluster('failed', { state: 'Error', health: { state: '__proto__' } }),
        bare,
        bare,
      ],
      listClusterMeta: async () => [],
      listMyProjects: async () => [],
    });
    await screen.findByRole('list', { name: 'Projects' }, PATIENT);
    expect(rowsOf('State')).toEqual(['Unknown2', 'constructor1', 'Failed1']);
    expect(rowsOf('Health')).toEqual([
      'Unknown2',
      '__proto__1',
      'constructor1',
    ]);
    expect(String(errors.mock.calls)).not.toContain('same key');
    errors.mockRestore();
  });
});
