import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';

jest.setTimeout(60_000);

describe('ProfilesForecast', () => {
  const taken = jest.fn(async () => ({ uid: 'uid-1' }));
  beforeEach(() => taken.mockClear());

  const update: Partial<SpectroCloudApi> = {
    listProfileUpdates: async () => [
      { uid: 'profile-2', name: 'eks-infra', version: '2.0.0', packs: [] },
    ],
    getProfile: async () => {
      throw new Error('not to be seen');
    },
  };

  it('shows what an update would do before it is applied', async () => {
    const validateClusterProfiles = jest.fn(async () => ({
      valid: true,
      findings: [],
      repave: {
        required: true,
        reasons: [
          {
            message: 'Kubernetes changes',
            pack: { name: 'kubernetes', from: '1.32', to: '1.33' },
          },
        ],
      },
    }));
    renderPalette(`${PAGE}?action=profiles`, {
      ...update,
      validateClusterProfiles,
      changeClusterProfiles: taken,
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    expect(
      await dialog.findByText(/Nodes will be replaced/),
    ).toBeInTheDocument();
    expect(dialog.getByText(/kubernetes.*1\.32.*1\.33/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Apply' }));
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      { profiles: [{ uid: 'profile-2', replaces: 'profile-1' }] },
      expect.anything(),
    );
  });

  it('is not applied when Palette does not accept it', async () => {
    renderPalette(`${PAGE}?action=profiles`, {
      ...update,
      validateClusterProfiles: async () => ({
        valid: false,
        findings: [{ field: 'packs.cni', message: 'is there twice' }],
      }),
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'packs.cni: is there twice',
    );
    expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
    // Leaving the profile as it is takes the objection away.
    await userEvent.selectOptions(
      dialog.getByLabelText('eks-infra'),
      'profile-1',
    );
    expect(
      await dialog.findByText('Every profile stays as it is.'),
    ).toBeInTheDocument();
  });
});
