import { screen, waitFor } from '@testing-library/react';
import { clusters } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const of = (uid: string) => ({ metadata: { uid, name: uid } });

describe('ProjectsPage', () => {
  it('counts what the list of clusters has, not what Palette counts itself', async () => {
    const [one] = clusters(1);
    const spec = { ...one.spec, projectUid: 'p1', projectName: 'payments' };
    renderPalette('/palette/projects', {
      listProjects: async () => [
        {
          metadata: { uid: 'p1', name: 'payments' },
          description: 'Everything about money',
          status: { clustersHealth: { healthy: 8, unhealthy: 0 } },
        },
      ],
      listClusters: async () => [{ ...one, ...of('a'), spec }],
      listVirtualClusters: async () => [
        {
          ...one,
          ...of('v'),
          spec: { ...spec, cloudType: 'nested' },
          virtual: { lifecycle: 'Running' },
        },
      ],
    });
    await screen.findByText('Everything about money', {}, PATIENT);
    const headings = screen
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    const [, row] = screen.getAllByRole('row');
    await waitFor(() => expect(row).toHaveTextContent(/2/));
    const cells = [...row.children].map(({ textContent }) => textContent);
    const figures = Object.fromEntries(
      headings.map((heading, index) => [heading, cells[index]]),
    );
    expect(figures).toMatchObject({
      Clusters: '2',
      Hosts: '1',
      Virtual: '1',
      Healthy: '0',
      Unhealthy: '2',
    });
  });

  it('shows the projects also where their clusters can’t be had, and says so', async () => {
    renderPalette('/palette/projects', {
      listClusters: async () => {
        throw new TypeError('Failed to fetch');
      },
    });
    expect(
      await screen.findByText('1 project', {}, PATIENT),
    ).toBeInTheDocument();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Backstage could not be reached',
    );
    expect(screen.getByRole('link', { name: 'payments' })).toBeInTheDocument();
  });
});
