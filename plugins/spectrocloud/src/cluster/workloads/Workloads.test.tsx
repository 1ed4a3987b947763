import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CLUSTER_PAGE, clusterParts } from '../../__testUtils__/clusterParts';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const open = async (tab: string) =>
  userEvent.click(await screen.findByRole('tab', { name: tab }, PATIENT));

describe('Workloads', () => {
  it('shows workloads, what is not ready first, and find them', async () => {
    renderPalette(CLUSTER_PAGE, clusterParts());
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

  it('shows workloads below their namespaces and kinds, as the filters have it', async () => {
    renderPalette(`${CLUSTER_PAGE}&tab=workloads&view=tree`, clusterParts());
    const apps = await screen.findByText('apps (2)', {}, PATIENT);
    const branch = within(apps.closest('details')!);
    expect(branch.getByText('Deployment (2)')).toBeInTheDocument();
    expect(branch.getByText('worker')).toHaveTextContent('1 of 2 ready');
    await userEvent.selectOptions(screen.getByLabelText('Namespace'), 'system');
    expect(screen.queryByText('apps (2)')).toBeNull();
    expect(screen.getByText('Pod (1)')).toBeInTheDocument();
  });

  it('shows workloads as a graph, which tells without colour what is not ready', async () => {
    renderPalette(`${CLUSTER_PAGE}&tab=workloads`, clusterParts());
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

  it('shows as many in the tree as one can read, and more with each click', async () => {
    renderPalette(`${CLUSTER_PAGE}&tab=workloads&view=tree`, {
      ...clusterParts(),
      listClusterWorkloads: async () =>
        Array.from({ length: 3_000 }, () => ({
          kind: 'Pod' as const,
          namespace: 'apps',
          name: '',
          phase: 'Failed',
        })),
    });
    const branch = await screen.findByText('Pod (3000)', {}, PATIENT);
    const leaves = () =>
      within(branch.closest('details')!).getAllByRole('listitem');
    expect(leaves()).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(leaves()).toHaveLength(100);
  });
});
