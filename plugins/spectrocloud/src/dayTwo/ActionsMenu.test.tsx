import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { cluster } from '../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';

jest.setTimeout(60_000);

/** An error as the client throws it. */
const refusal = (findings: object[]) =>
  Object.assign(new Error('Request failed with 422'), {
    name: 'ResponseError',
    statusCode: 422,
    body: { error: { name: 'UnprocessableClusterError', findings } },
  });

async function openDialog(entry: RegExp) {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Actions' }, PATIENT),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: entry }));
  return within(await screen.findByRole('dialog'));
}

describe('ActionsMenu', () => {
  const taken = jest.fn(async () => ({ uid: 'uid-1' }));
  beforeEach(() => taken.mockClear());

  it('deletes once the name is typed, and looks at the cluster anew', async () => {
    const getCluster = jest.fn(async () => cluster);
    renderPalette(PAGE, { getCluster, deleteCluster: taken });
    const dialog = await openDialog(/^Delete…/);
    const confirm = dialog.getByRole('button', { name: 'Delete' });
    expect(confirm).toBeDisabled();
    const field = dialog.getByLabelText('Type payments-prod to confirm');
    await userEvent.type(field, 'payments-pro');
    expect(confirm).toBeDisabled();
    await userEvent.type(field, 'd');
    await userEvent.type(dialog.getByLabelText('Reason'), 'No longer needed');
    const before = getCluster.mock.calls.length;
    await userEvent.click(confirm);
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      { name: 'payments-prod', reason: 'No longer needed' },
      expect.anything(),
    );
    expect(
      await screen.findByText('Palette deletes the cluster.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(getCluster.mock.calls.length).toBeGreaterThan(before),
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('deletes by force with a warning and a reason, what is being deleted', async () => {
    renderPalette(PAGE, {
      getCluster: async () => ({
        ...cluster,
        status: { ...cluster.status, state: 'Deleting' },
      }),
      forceDeleteCluster: taken,
    });
    const dialog = await openDialog(/^Delete by force/);
    expect(dialog.getByText(/may stay there, and cost/)).toBeInTheDocument();
    const confirm = dialog.getByRole('button', { name: 'Delete by force' });
    await userEvent.type(
      dialog.getByLabelText('Type payments-prod to confirm'),
      'payments-prod',
    );
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Gone');
    await userEvent.click(confirm);
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      { name: 'payments-prod', reason: 'Gone' },
      expect.anything(),
    );
  });

  it('keeps what was typed when Palette refuses, field by field', async () => {
    const refused = jest.fn(async () => {
      throw refusal([
        { field: 'metadata.name', message: 'A cluster has this name already' },
      ]);
    });
    renderPalette(PAGE, { changeClusterMetadata: refused });
    const dialog = await openDialog(/^Name and tags/);
    const name = dialog.getByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'other');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Palette does not accept this:metadata.name: A cluster has this name already',
    );
    expect(name).toHaveValue('other');
    expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled();
    expect(refused).toHaveBeenCalledTimes(1);
  });

  it('does not say that nothing was changed when nobody knows', async () => {
    renderPalette(`${PAGE}?action=metadata`, {
      changeClusterMetadata: async () => {
        throw Object.assign(new Error('x'), { statusCode: 504 });
      },
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    await userEvent.type(dialog.getByLabelText('Tags'), 'new');
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'It may have made the change all the same',
    );
  });

  describe('updates', () => {
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

  it('approves a repave with its reasons, and leads to what takes it back', async () => {
    renderPalette(`${PAGE}?action=repave`, {
      getClusterRepave: async () => ({
        state: 'Pending',
        reasons: [{ code: 'X', message: 'The OS pack changes' }],
      }),
      approveClusterRepave: taken,
      listProfileUpdates: async () => [],
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    expect(await dialog.findByText('The OS pack changes')).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Take it back…' }),
    );
    expect(
      await screen.findByText('Profiles of payments-prod'),
    ).toBeInTheDocument();
    expect(taken).not.toHaveBeenCalled();
  });

  it('edits variables: only what was changed, never a secret untouched', async () => {
    const variable = {
      required: false,
      hidden: false,
      immutable: false,
      isSensitive: false,
    };
    const changeClusterVariables = jest.fn(async () => {
      throw refusal([
        { field: '0.variables.days', message: 'should be less than 90' },
      ]);
    });
    renderPalette(`${PAGE}?action=variables`, {
      listClusterVariables: async () => [
        {
          profileUid: 'profile-1',
          variables: [
            {
              ...variable,
              name: 'days',
              displayName: 'Retention',
              value: '14',
              regex: '^[0-9]+$',
            },
            { ...variable, name: 'key', isSensitive: true },
            { ...variable, name: 'env', value: 'prod', immutable: true },
            { ...variable, name: 'inner', value: 'x', hidden: true },
          ],
        },
      ],
      changeClusterVariables,
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    const days = await dialog.findByLabelText('Retention');
    const apply = dialog.getByRole('button', { name: 'Apply' });
    expect(apply).toBeDisabled();
    expect(dialog.getByLabelText('env')).toBeDisabled();
    expect(dialog.getByLabelText('key')).toHaveAttribute('type', 'password');
    expect(dialog.queryByLabelText('inner')).not.toBeInTheDocument();
    await userEvent.clear(days);
    await userEvent.type(days, 'x');
    expect(dialog.getByText('Has to match ^[0-9]+$')).toBeInTheDocument();
    expect(apply).toBeDisabled();
    await userEvent.clear(days);
    await userEvent.type(days, '99');
    await userEvent.click(apply);
    expect(changeClusterVariables).toHaveBeenCalledWith(
      'uid-1',
      {
        profiles: [
          {
            profileUid: 'profile-1',
            variables: [{ name: 'days', value: '99' }],
          },
        ],
      },
      expect.anything(),
    );
    await dialog.findByRole('alert');
    expect(days).toHaveAccessibleDescription('should be less than 90');
    expect(days).toHaveValue('99');
  });

  it('resizes a pool, within its bounds', async () => {
    renderPalette(`${PAGE}?action=scale`, {
      listClusterNodePools: async () => [
        { name: 'cp', isControlPlane: true, size: 3, machines: [] },
        { name: 'workers', size: 2, minSize: 1, maxSize: 4, machines: [] },
      ],
      resizeNodePool: taken,
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    const nodes = await dialog.findByLabelText('Nodes');
    const apply = dialog.getByRole('button', { name: 'Apply' });
    await userEvent.clear(nodes);
    await userEvent.type(nodes, '5');
    expect(apply).toBeDisabled();
    await userEvent.clear(nodes);
    await userEvent.type(nodes, '4');
    await userEvent.click(apply);
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      { pool: 'workers', size: 4, minSize: 1, maxSize: 4 },
      expect.anything(),
    );
  });

  it('pauses a virtual cluster', async () => {
    renderPalette(PAGE, {
      getCluster: async () => ({
        ...cluster,
        virtual: { lifecycle: 'Running' },
      }),
      changeClusterLifecycle: taken,
    });
    const dialog = await openDialog(/^Pause/);
    await userEvent.click(dialog.getByRole('button', { name: 'Pause' }));
    expect(taken).toHaveBeenCalledWith(
      'uid-1',
      { pause: true },
      expect.anything(),
    );
  });
});
