import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const group = {
  metadata: { uid: 'group-1', name: 'beehive', annotations: {} },
  spec: {
    endpointType: 'Ingress',
    hostClusters: [{ uid: 'uid-1', name: 'prod' }],
    virtualClustersCount: 3,
    cpu: { allocated: 8_000, used: 2_000 },
    memory: { allocated: 32_768, used: 4_096 },
  },
};

describe('ClusterGroupsPage', () => {
  it('shows how full each group is, and leads to its settings', async () => {
    renderPalette('/palette/cluster-groups', {
      listClusterGroups: async () => [group],
      getClusterGroup: async () => ({
        ...group,
        spec: { ...group.spec, limits: { cpuMilliCore: 2_000 } },
      }),
    });
    await screen.findByText('1 cluster group', {}, PATIENT);
    expect(
      screen.getByRole('progressbar', { name: '2 of 8 cores in use' }),
    ).toHaveAttribute('aria-valuenow', '25');
    expect(
      screen.getByRole('progressbar', { name: '4 of 32 GiB in use' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'beehive' }));
    expect(await screen.findByText('2 cores')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All cluster groups' }),
    ).toBeInTheDocument();
  });
});
