import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ClusterProfile,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { cluster } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';

jest.setTimeout(60_000);

const version = (uid: string, kubernetes: string): ClusterProfile => ({
  metadata: { uid, name: 'eks-infra' },
  spec: {
    version: uid,
    versions: ['profile-0', 'profile-1', 'profile-2'].map(each => ({
      uid: each,
      version: each,
    })),
    packs: [{ name: 'kubernetes', version: kubernetes }],
  },
  status: {},
});
const VERSIONS: Record<string, ClusterProfile> = {
  'profile-0': version('profile-0', '1.31.9'),
  'profile-1': version('profile-1', '1.32.6'),
  'profile-2': version('profile-2', '1.33.0'),
};

describe('ProfilesDialog', () => {
  const taken = jest.fn(async () => ({ uid: 'uid-1' }));
  const validateClusterProfiles = jest.fn(async () => ({
    valid: true,
    findings: [],
    repave: { required: false, reasons: [] },
  }));
  beforeEach(() => {
    taken.mockClear();
    validateClusterProfiles.mockClear();
  });

  const show = async (
    action: string,
    answers: Partial<SpectroCloudApi> = {},
  ) => {
    renderPalette(`${PAGE}?action=${action}`, {
      listProfileUpdates: async () => [
        { uid: 'profile-2', name: 'eks-infra', version: '2.0.0', packs: [] },
      ],
      getProfile: async uid => VERSIONS[uid],
      changeClusterProfiles: taken,
      removeClusterProfile: taken,
      validateClusterProfiles,
      ...answers,
    });
    return within(await screen.findByRole('dialog', {}, PATIENT));
  };
  const repaveFrom = (from: string): Partial<SpectroCloudApi> => ({
    getClusterRepave: async () => ({
      state: 'Pending',
      reasons: [
        {
          code: 'PackVersionChanged',
          message: 'Kubernetes changes',
          pack: { name: 'kubernetes', from, to: '1.32.6' },
        },
      ],
    }),
  });

  /** Chooses a further profile for a cluster that has another add-on, and types a value for it. */
  const showAttaching = async () => {
    const searchProfiles = jest.fn(async () => [
      {
        metadata: { uid: 'add-1', name: 'logging' },
        spec: { type: 'add-on', version: '1.0.0', versions: [], packs: [] },
        status: {},
      },
    ]);
    const { profiles } = cluster.spec;
    const metrics = {
      uid: 'add-2',
      name: 'metrics',
      type: 'add-on',
      packs: [],
    };
    const dialog = await show('profiles', {
      listProfileUpdates: async () => [],
      getCluster: async () => ({
        ...cluster,
        spec: {
          ...cluster.spec,
          projectUid: 'project-1',
          profiles: [...profiles, metrics],
        },
      }),
      searchProfiles,
      listProfileVariables: async () => [
        { name: 'days', displayName: 'Retention', required: true },
      ],
    });
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Attach a profile…' }),
    );
    await userEvent.selectOptions(
      await dialog.findByLabelText('Further profile'),
      'logging 1.0.0',
    );
    await userEvent.type(await dialog.findByLabelText(/^Retention/), '14');
    return { dialog, searchProfiles };
  };

  it('takes a repave back with one confirmation: the former version is chosen, and no update', async () => {
    const repave = await show('repave', repaveFrom('1.31.9'));
    await userEvent.click(
      await repave.findByRole('button', { name: 'Take it back…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByLabelText('eks-infra')).toHaveValue('profile-0');
    expect(
      dialog.getByRole('option', { name: 'profile-0 – former version' }),
    ).toBeInTheDocument();
    await dialog.findByText('No nodes will be replaced.');
    await userEvent.click(dialog.getByRole('button', { name: 'Apply' }));
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      { profiles: [{ uid: 'profile-0', replaces: 'profile-1' }] },
      expect.anything(),
    );
  });

  it('says so where the former version can’t be told', async () => {
    const dialog = await show('profiles&takesBack=true', repaveFrom('1.20.0'));
    expect(await dialog.findByText(/choose it yourself/)).toBeInTheDocument();
    expect(dialog.getByLabelText('eks-infra')).toHaveValue('profile-1');
    expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  });

  it('attaches a further profile with its variables, beside no update', async () => {
    const { dialog, searchProfiles } = await showAttaching();
    await dialog.findByText('No nodes will be replaced.');
    expect(searchProfiles).toHaveBeenCalledWith(
      { types: ['add-on'] },
      expect.objectContaining({ projectUid: 'project-1' }),
    );
    const asked = validateClusterProfiles.mock.calls.length;
    expect(asked).toBeLessThanOrEqual(2);
    await userEvent.click(dialog.getByRole('button', { name: 'Apply' }));
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      {
        profiles: [
          { uid: 'add-1', variables: [{ name: 'days', value: '14' }] },
        ],
      },
      expect.anything(),
    );
  });

  it('keeps what was typed while a profile is looked at that is then not removed', async () => {
    const { dialog } = await showAttaching();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Remove metrics…' }),
    );
    const removal = within(await screen.findByRole('dialog'));
    await userEvent.click(removal.getByRole('button', { name: 'Cancel' }));
    const again = within(await screen.findByRole('dialog'));
    expect(await again.findByLabelText('Further profile')).toHaveValue('add-1');
    expect(await again.findByLabelText(/^Retention/)).toHaveValue('14');
  });

  it('removes an add-on once its name is typed, and nothing else', async () => {
    const dialog = await show('profiles', {
      getCluster: async () => ({
        ...cluster,
        spec: {
          ...cluster.spec,
          profiles: [
            ...cluster.spec.profiles,
            { uid: 'add-1', name: 'logging', type: 'add-on', packs: [] },
          ],
        },
      }),
    });
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Remove logging…' }),
    );
    expect(
      screen.queryByRole('button', { name: 'Remove eks-infra…' }),
    ).toBeNull();
    const removal = within(await screen.findByRole('dialog'));
    const confirm = removal.getByRole('button', { name: 'Remove' });
    const field = removal.getByLabelText('Type logging to confirm');
    await userEvent.type(field, 'loggin');
    expect(confirm).toBeDisabled();
    await userEvent.type(field, 'g');
    await userEvent.click(confirm);
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      { profileUid: 'add-1', name: 'logging' },
      expect.anything(),
    );
  });

  it('offers the versions also to who may not see the updates', async () => {
    const dialog = await show('profiles', {
      listProfileUpdates: async () => {
        throw Object.assign(new Error(), { statusCode: 403 });
      },
    });
    await userEvent.selectOptions(
      await dialog.findByLabelText('eks-infra', {}, PATIENT),
      'profile-2',
    );
    expect(dialog.queryByRole('alert')).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Apply' }));
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      { profiles: [{ uid: 'profile-2', replaces: 'profile-1' }] },
      expect.anything(),
    );
  });
});
