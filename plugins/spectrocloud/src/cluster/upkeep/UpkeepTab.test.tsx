import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CLUSTER_PAGE, clusterParts } from '../../__testUtils__/clusterParts';
import { cluster } from '../../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const open = async (tab: string) =>
  userEvent.click(await screen.findByRole('tab', { name: tab }, PATIENT));

describe('UpkeepTab', () => {
  it('shows what keeps the cluster, and what somebody has to look at', async () => {
    renderPalette(CLUSTER_PAGE, {
      ...clusterParts(),
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
});
