import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cluster } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';

jest.setTimeout(60_000);

describe('ClusterPage', () => {
  it('shows state, health, profiles and packs', async () => {
    renderPalette(PAGE);
    expect(
      await screen.findByRole('heading', { name: 'payments-prod' }, PATIENT),
    ).toBeInTheDocument();
    expect(screen.getByText('2 of 3 healthy')).toBeInTheDocument();
    expect(
      screen.getByText('2 of 2 healthy, 1 in maintenance, Edge'),
    ).toBeInTheDocument();
    expect(screen.getByText('One node short')).toBeInTheDocument();
    expect(screen.getByText('payments.example:6443')).toBeInTheDocument();
    expect(screen.getByText('Runs and is healthy')).toBeInTheDocument();
  });

  it('says which version of Kubernetes runs, and which one is wanted', async () => {
    renderPalette(PAGE, {
      getCluster: async () => ({
        ...cluster,
        spec: { ...cluster.spec, kubernetesVersion: '1.32.4' },
      }),
    });
    const running = await screen.findByText('Kubernetes running', {}, PATIENT);
    expect(running.nextElementSibling).toHaveTextContent(/^1\.32\.4$/);
    expect(
      screen.getByText('Kubernetes wanted').nextElementSibling,
    ).toHaveTextContent(/^1\.32\.6$/);
  });

  it('shows values and manifests to read, each when it is chosen', async () => {
    const getPackManifest = jest.fn(async () => ({
      spec: { published: { content: 'kind: Namespace' } },
    }));
    renderPalette(PAGE, {
      listClusterProfiles: async () => [
        {
          metadata: { uid: 'profile-1', name: 'base' },
          spec: {
            packs: [
              {
                name: 'apps',
                values: 'replicas: 2',
                manifests: [{ uid: 'm1', name: 'namespace' }],
              },
            ],
          },
        },
      ],
      getPackManifest,
    });
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Values and manifests' }, PATIENT),
    );
    const values = await screen.findByRole(
      'region',
      { name: 'base / apps / values.yaml' },
      PATIENT,
    );
    await waitFor(() => expect(values).toHaveTextContent('replicas: 2'));
    expect(getPackManifest).not.toHaveBeenCalled();
    await userEvent.selectOptions(
      screen.getByLabelText('Profile, pack and file'),
      'base / apps / namespace',
    );
    const manifest = await screen.findByRole('region', {
      name: 'base / apps / namespace',
    });
    await waitFor(() => expect(manifest).toHaveTextContent('kind: Namespace'));
    expect(getPackManifest).toHaveBeenCalledWith(
      'uid-1',
      'm1',
      expect.anything(),
    );
  });

  it('says so where there are no values for this user', async () => {
    renderPalette(PAGE, {
      listClusterProfiles: async () => [
        {
          metadata: { uid: 'profile-1', name: 'base' },
          spec: { packs: [{ name: 'apps' }] },
        },
      ],
    });
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Values and manifests' }, PATIENT),
    );
    expect(await screen.findByText(/you may not see them/)).toBeInTheDocument();
  });

  it('loads events when their tab is opened, to search and to see more of', async () => {
    const { listClusterEvents } = renderPalette(PAGE, {
      listClusterEvents: jest.fn(async () =>
        Array.from({ length: 12 }, (_, index) => ({
          uid: String(index),
          severity: index === 11 ? 'Warning' : 'Info',
          reason: `Reason${index}`,
          message: `It happened ${index}`,
        })),
      ),
    });
    await screen.findByText('Runs and is healthy', {}, PATIENT);
    expect(listClusterEvents).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('tab', { name: 'Events' }));
    await screen.findByText('Reason0');
    expect(screen.queryByText('Reason11')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(screen.getByText('Reason11')).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('Severity'), 'Warning');
    expect(screen.queryByText('Reason0')).toBeNull();
    await userEvent.type(screen.getByLabelText('Search events'), 'nothing');
    expect(
      screen.getByText('No event fits the search and the severity.'),
    ).toBeInTheDocument();
  });

  it('says what an imported cluster is, how a virtual one lives, and what is paused', async () => {
    renderPalette(PAGE, {
      getCluster: async () => ({
        ...cluster,
        spec: {
          ...cluster.spec,
          clusterType: 'AlloyMonitor',
          agentUpgradesPaused: true,
        },
        status: { ...cluster.status, health: { state: 'UnHealthy' } },
        virtual: { lifecycle: 'Resuming' },
      }),
    });
    expect(
      await screen.findByText('Resuming', {}, PATIENT),
    ).toBeInTheDocument();
    for (const text of [
      'Imported to be watched, read-only',
      'agent upgrades paused',
      'Unhealthy',
    ]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
  });

  it('says that what the address names can not be, when it has an odd uid', async () => {
    renderPalette(PAGE, {
      getCluster: () =>
        Promise.reject(
          Object.assign(new Error('Request failed with 400 Bad Request'), {
            statusCode: 400,
          }),
        ),
    });
    expect(
      await screen.findByText(/names something that Palette/, {}, PATIENT),
    ).toBeInTheDocument();
    expect(screen.queryByText(/400/)).toBeNull();
  });

  it('says so when the cluster is gone', async () => {
    renderPalette(PAGE, {
      getCluster: () =>
        Promise.reject(Object.assign(new Error(), { statusCode: 404 })),
    });
    expect(
      await screen.findByText('Not found', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it('forgets one cluster where a link leads to another, also when that can not be read', async () => {
    renderPalette(PAGE, {
      getCluster: async uid => {
        if (uid !== 'uid-1')
          throw Object.assign(new Error(), { statusCode: 403 });
        return {
          ...cluster,
          virtualClusters: [{ uid: 'v1', name: 'sandbox' }],
        };
      },
    });
    await userEvent.click(
      await screen.findByRole('link', { name: 'sandbox' }, PATIENT),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see this',
    );
    expect(screen.queryByText('payments-prod')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Actions' })).toBeNull();
  });

  it('tells pools apart that have one label, and endpoints that are one', async () => {
    const errors = jest.spyOn(console, 'error').mockImplementation(() => {});
    const pool = { size: 3, healthy: 3, labels: ['worker'] };
    const endpoint = { host: 'payments.example', port: 6443 };
    renderPalette(PAGE, {
      getCluster: async () => ({
        ...cluster,
        spec: { ...cluster.spec, machinePools: [pool, { ...pool, size: 4 }] },
        status: { ...cluster.status, apiEndpoints: [endpoint, endpoint] },
      }),
    });
    expect(
      await screen.findByText('3 of 4 healthy', {}, PATIENT),
    ).toBeInTheDocument();
    expect(screen.getByText('3 of 3 healthy')).toBeInTheDocument();
    expect(String(errors.mock.calls)).not.toContain('same key');
    errors.mockRestore();
  });
});
