import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { cluster } from '../../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const PAGE = '/palette/clusters/uid-1?projectUid=project-1';
const TITLE = 'Import of this cluster';
const COMMAND = 'kubectl apply --filename https://palette.example/import';
const MANIFEST = 'apiVersion: v1\nkind: Secret\n';

const inState = (state: string, clusterType?: string) => ({
  getCluster: async (): Promise<Cluster> => ({
    ...cluster,
    spec: { ...cluster.spec, clusterType },
    status: { ...cluster.status, state },
  }),
});

describe('ImportCard', () => {
  it('asks for the manifest by a click only, and says how it is used', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:manifest');
    URL.revokeObjectURL = jest.fn();
    const getClusterImportManifest = jest.fn(async () => ({
      command: COMMAND,
      manifest: MANIFEST,
    }));
    renderPalette(PAGE, { ...inState('Importing'), getClusterImportManifest });
    const show = await screen.findByRole(
      'button',
      { name: 'Show the import manifest' },
      PATIENT,
    );
    expect(getClusterImportManifest).not.toHaveBeenCalled();
    await userEvent.click(show);
    expect(
      await screen.findByText('kubectl apply --filename import-uid-1.yaml'),
    ).toBeInTheDocument();
    expect(getClusterImportManifest).toHaveBeenCalledWith(
      'uid-1',
      expect.objectContaining({ projectUid: 'project-1' }),
    );
    expect(screen.getByText(COMMAND)).toBeInTheDocument();
    expect(screen.getByText(/Keep it secret/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the manifest' }),
    );
    expect(URL.createObjectURL).toHaveBeenCalledWith(expect.any(Blob));
  });

  it.each([
    ['Importing', undefined, true],
    ['Pending', 'AlloyAssist', true],
    ['Pending', undefined, false],
    ['Running', 'AlloyAssist', false],
  ])('of one that is %s (%s) is shown: %s', async (state, type, isShown) => {
    renderPalette(PAGE, inState(state, type));
    await screen.findByText('Health and conditions', {}, PATIENT);
    await waitFor(() =>
      expect(screen.queryAllByText(TITLE)).toHaveLength(isShown ? 1 : 0),
    );
  });

  it('says why there is none, and lets it be tried again', async () => {
    renderPalette(PAGE, {
      ...inState('Importing'),
      getClusterImportManifest: async () => {
        throw Object.assign(new Error(), { statusCode: 403 });
      },
    });
    const show = await screen.findByRole(
      'button',
      { name: 'Show the import manifest' },
      PATIENT,
    );
    await userEvent.click(show);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your Palette role does not allow it',
    );
    expect(show).toBeEnabled();
  });
});
