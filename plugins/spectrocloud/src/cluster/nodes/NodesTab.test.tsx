import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CLUSTER_PAGE, clusterParts } from '../../__testUtils__/clusterParts';
import { cluster } from '../../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const open = async (tab: string) =>
  userEvent.click(await screen.findByRole('tab', { name: tab }, PATIENT));

describe('NodesTab', () => {
  it('shows the machines of each pool: state, age and size', async () => {
    renderPalette(CLUSTER_PAGE, clusterParts());
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

  it('says what its group lets a virtual cluster have', async () => {
    const getClusterGroup = jest.fn(async () => ({
      metadata: { uid: 'group-1', name: 'beehive' },
      spec: { hostClusters: [], limits: { cpuMilliCore: 6_000 } },
    }));
    renderPalette(CLUSTER_PAGE, {
      ...clusterParts(),
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

  it('shows hybrid pools with their state and the way to their clusters', async () => {
    renderPalette(`${CLUSTER_PAGE}&tab=nodes`, {
      ...clusterParts(),
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
});
