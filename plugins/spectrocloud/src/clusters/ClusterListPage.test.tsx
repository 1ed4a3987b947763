import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clusters } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const failing = (error: object) => ({
  listClusters: jest.fn(() =>
    Promise.reject(Object.assign(new Error(), error)),
  ),
});

/** Of the framework's header (see e2e-tests/console.spec.ts), and of jsdom, which lays out no styles. */
const OF_OTHERS =
  /^<Focusable> child must have|^WARN: A component changed from uncontrolled|\[JSS\] processedRuleToParse/;

jest.setTimeout(60_000);

describe('ClusterListPage', () => {
  it('shows who looks and what they may see, a page at a time', async () => {
    renderPalette('/palette/clusters');
    expect(
      await screen.findByText('45 clusters', {}, PATIENT),
    ).toBeInTheDocument();
    expect(await screen.findByText('Dana Developer')).toBeInTheDocument();
    expect(screen.getByText('1 project')).toBeInTheDocument();
    const table = screen.getByRole('table');
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(1 + 20);
    expect(screen.getByRole('link', { name: 'cluster-0' })).toHaveAttribute(
      'href',
      expect.stringContaining('uid-0'),
    );
  });

  it('narrows by search and filters, and clears them again', async () => {
    renderPalette('/palette/clusters?project=payments');
    expect(
      await screen.findByText('15 of 45 clusters', {}, PATIENT),
    ).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('Cloud'), 'Azure');
    expect(screen.getByText('3 of 45 clusters')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Search clusters'), 'nothing');
    expect(await screen.findByText('No cluster matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('45 clusters')).toBeInTheDocument();
  });

  it('takes several values of a filter, each with a chip that drops it', async () => {
    renderPalette('/palette/clusters?project=payments&project=platform');
    await screen.findByText('30 of 45 clusters', {}, PATIENT);
    await userEvent.selectOptions(
      screen.getByLabelText('Project'),
      'retail-web',
    );
    expect(await screen.findByText('45 of 45 clusters')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Drop the filter Project: payments' }),
    );
    expect(await screen.findByText('30 of 45 clusters')).toBeInTheDocument();
  });

  it('shows a filter that nothing matches', async () => {
    renderPalette('/palette/clusters?state=Bogus');
    expect(
      await screen.findByText('No cluster matches', {}, PATIENT),
    ).toBeInTheDocument();
    expect(screen.getByText('State: Bogus')).toBeInTheDocument();
  });

  it('comes back from a cluster to the same page, order and filter', async () => {
    renderPalette(
      '/palette/clusters?health=Healthy&sort=name&order=desc&page=2',
    );
    await screen.findByText('38 of 45 clusters', {}, PATIENT);
    expect(screen.getByText('21–38 of 38')).toBeInTheDocument();
    const [first] = within(screen.getByRole('table')).getAllByRole('link');
    const name = first.textContent!;
    await userEvent.click(first);
    await userEvent.click(
      await screen.findByRole('link', { name: 'All clusters' }, PATIENT),
    );
    expect(await screen.findByText('21–38 of 38')).toBeInTheDocument();
    expect(screen.getByRole('link', { name })).toBeInTheDocument();
    expect(screen.getByText('Health: Healthy')).toBeInTheDocument();
  });

  it('sorts by a heading, and begins at the first page then', async () => {
    renderPalette('/palette/clusters?page=2');
    await screen.findByText('21–40 of 45', {}, PATIENT);
    await userEvent.click(screen.getByRole('button', { name: 'Cloud' }));
    expect(await screen.findByText('1–20 of 45')).toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: 'Cloud' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('shows the columns that are chosen', async () => {
    renderPalette('/palette/clusters');
    await screen.findByText('45 clusters', {}, PATIENT);
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Tags' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Cloud' }));
    await userEvent.keyboard('{Escape}');
    const headings = await screen.findAllByRole('columnheader');
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'Name',
      'Kind',
      'Project',
      'State',
      'Health',
      'Kubernetes wanted',
      'Nodes',
      'Tags',
    ]);
  });

  it('says what is wrong with a cluster, as far as the list tells', async () => {
    const [first] = clusters(1);
    renderPalette('/palette/clusters', {
      listClusters: async () => [
        {
          ...first,
          status: {
            ...first.status,
            health: {
              state: 'UnHealthy',
              conditions: [
                { type: 'NodesNotReady', message: 'Machine 2 is not ready' },
              ],
            },
          },
        },
      ],
    });
    const reason = await screen.findByText(
      'Machine 2 is not ready',
      {},
      PATIENT,
    );
    expect(reason.closest('td')).toHaveTextContent(/^Unhealthy/);
  });

  it('lists virtual clusters beside the hosts, for whom may see them', async () => {
    const listVirtualClusters = jest.fn(async () => [
      {
        metadata: { uid: 'v', name: 'virtual-1' },
        spec: { cloudType: 'nested' },
        status: { state: 'Running' },
        virtual: { lifecycle: 'Paused' },
      },
    ]);
    renderPalette('/palette/clusters?kind=virtual', { listVirtualClusters });
    await screen.findByText('1 of 46 clusters', {}, PATIENT);
    const table = screen.getByRole('table');
    expect(within(table).getByText('Paused')).toBeInTheDocument();
  });

  it('shows the hosts to whom may not list virtual clusters', async () => {
    renderPalette('/palette/clusters', {
      listVirtualClusters: () =>
        Promise.reject(Object.assign(new Error(), { statusCode: 403 })),
    });
    expect(
      await screen.findByText('45 clusters', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('shows where a cluster is, what it uses, costs and needs', async () => {
    renderPalette(
      '/palette/clusters?columns=name,region,type,cpu,memory,cost,created,attention&search=eu-west',
      {
        listClusters: async () => [
          {
            metadata: {
              uid: 'uid-1',
              name: 'prod',
              creationTimestamp: '2020-01-01T00:00:00Z',
            },
            spec: {},
            status: {
              state: 'Running',
              cpuMilliCore: { used: 8_400, total: 24_000 },
              memoryMiB: { used: 34_406, total: 98_304 },
              costPerHour: 1.14,
              repave: 'Pending',
            },
          },
          ...clusters(1),
        ],
        listClusterMeta: async () => [
          { uid: 'uid-1', region: 'eu-west-1', clusterType: 'AlloyMonitor' },
        ],
      },
    );
    const cell = await screen.findByText(
      'eu-west-1',
      { selector: 'td' },
      PATIENT,
    );
    const row = cell.closest('tr')!;
    expect([...row.children].map(({ textContent }) => textContent)).toEqual([
      'prod',
      'eu-west-1',
      'Imported, watched',
      '35 % of 24 cores',
      '35 % of 96 GiB',
      '$1.14',
      expect.stringMatching(/^\d+ years$/),
      'Repave to approve',
    ]);
  });

  it('follows what Palette is at work on, without asking anybody to sign in', async () => {
    const getClusterState = jest.fn(async (uid: string) => ({
      uid,
      state: 'Running',
    }));
    const [first, second] = clusters(2);
    renderPalette(
      '/palette/clusters',
      {
        listClusters: async () => [
          { ...first, status: { state: 'Provisioning' } },
          second,
        ],
      },
      { quiet: { getClusterState } },
    );
    const row = (await screen.findByText('cluster-0', {}, PATIENT)).closest(
      'tr',
    );
    expect(row).toHaveTextContent('Provisioning');
    expect(getClusterState).not.toHaveBeenCalled();
    const later = Date.now() + 10_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await waitFor(() => expect(row).toHaveTextContent('Running'));
    clock.mockRestore();
    expect(getClusterState).toHaveBeenCalledTimes(1);
  });

  it('warns of nothing on the console', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const error = jest.spyOn(console, 'error').mockImplementation(() => {});
    renderPalette('/palette/clusters');
    await screen.findByText('45 clusters', {}, PATIENT);
    const texts = [...warn.mock.calls, ...error.mock.calls].map(String);
    warn.mockRestore();
    error.mockRestore();
    expect(texts.filter(text => !OF_OTHERS.test(text))).toEqual([]);
  });

  it('asks past what the back end holds on a refresh, and keeps what it shows when that fails', async () => {
    const api = renderPalette('/palette/clusters');
    await screen.findByText('45 clusters', {}, PATIENT);
    (api.listClusters as jest.Mock).mockRejectedValueOnce(
      Object.assign(new Error(), { statusCode: 502 }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() =>
      expect(api.listClusters).toHaveBeenLastCalledWith(
        expect.objectContaining({ fresh: true }),
      ),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Palette does not answer',
    );
    expect(screen.getByText('45 clusters')).toBeInTheDocument();
  });

  it('says when there are no clusters', async () => {
    renderPalette('/palette/clusters', { listClusters: async () => [] });
    expect(
      await screen.findByText('No clusters yet', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it.each([
    ['not allowed', { statusCode: 403 }, 'You may not see this'],
    ['busy', { statusCode: 429 }, 'Palette is busy'],
    ['down', { statusCode: 504 }, 'Palette does not answer'],
    ['offline', { name: 'TypeError' }, 'Backstage could not be reached'],
    [
      'declined',
      { name: 'ReauthenticationDeclinedError' },
      'You are not signed in to Palette',
    ],
    ['strange', { message: 'A comet hit it' }, 'A comet hit it'],
  ])('says what to do when it is %s', async (_, error, text) => {
    const api = renderPalette('/palette/clusters', failing(error));
    expect(await screen.findByText(text, {}, PATIENT)).toBeInTheDocument();
    const button = within(screen.getByRole('alert')).getByRole('button');
    await userEvent.click(button);
    await waitFor(() => expect(api.listClusters).toHaveBeenCalledTimes(2));
  });
});
