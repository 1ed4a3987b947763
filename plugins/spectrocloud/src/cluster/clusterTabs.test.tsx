import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CLUSTER_PAGE, clusterParts } from '../__testUtils__/clusterParts';
import { cluster } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const missing = async (): Promise<never> => {
  throw Object.assign(new Error(), { statusCode: 404 });
};

const open = async (tab: string) =>
  userEvent.click(await screen.findByRole('tab', { name: tab }, PATIENT));

describe('the tabs of a cluster', () => {
  it('says so where the address names a tab that there isn’t', async () => {
    renderPalette(`${CLUSTER_PAGE}&tab=nothing`, clusterParts());
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
    const parts = clusterParts();
    const listClusterEvents = jest.fn(async () => []);
    const { getCluster } = renderPalette(CLUSTER_PAGE, {
      ...parts,
      listClusterEvents,
    });
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

  it('leave out what this Palette does not offer', async () => {
    const none = Object.fromEntries(
      Object.keys(clusterParts()).map(name => [name, missing]),
    );
    renderPalette(CLUSTER_PAGE, none);
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

  it('lead from a host to the virtual clusters on it', async () => {
    renderPalette(CLUSTER_PAGE, {
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
