import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { cluster } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(120_000);

/** A policy that lets nobody do anything, which the back end doesn't ask. */
const show = (path: string, answers: Partial<SpectroCloudApi> = {}) =>
  renderPalette(path, answers, {
    allowed: () => false,
    enablePermissions: false,
  });

describe('where spectrocloud.enablePermissions is false', () => {
  it('the wizard is offered, and open', async () => {
    show('/palette/clusters');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Create cluster' }, PATIENT),
    );
    expect(
      await screen.findByRole('heading', { name: 'Create a cluster' }, PATIENT),
    ).toBeInTheDocument();
    expect(screen.queryByText('You may not create clusters')).toBeNull();
  });

  it('clusters can be changed', async () => {
    show('/palette/clusters/uid-1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions' }, PATIENT),
    );
    const entry = await screen.findByRole('menuitem', { name: /^Delete…/ });
    expect(entry).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('profiles can be exported', async () => {
    show('/palette/profiles/p1?projectUid=project-1', {
      getProfile: async () => ({
        metadata: { uid: 'p1', name: 'eks-base' },
        spec: { version: '1.2.0', packs: [], versions: [] },
        status: {},
      }),
    });
    expect(
      await screen.findByRole('button', { name: 'Export' }, PATIENT),
    ).toBeInTheDocument();
  });

  it('clusters can be let join', async () => {
    show('/palette/clusters/uid-1', {
      getCluster: async () => ({
        ...cluster,
        status: { ...cluster.status, state: 'Importing' },
      }),
    });
    expect(
      await screen.findByRole(
        'button',
        { name: 'Show the import manifest' },
        PATIENT,
      ),
    ).toBeInTheDocument();
  });
});
