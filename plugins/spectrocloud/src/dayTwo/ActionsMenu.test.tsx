import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cluster } from '../__testUtils__/paletteData';
import { refusal } from '../__testUtils__/refusal';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';

jest.setTimeout(60_000);

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

  it('keeps its own words in order around a name that turns them', async () => {
    const name = '\u202eprod';
    renderPalette(`${PAGE}?action=delete`, {
      getCluster: async () => ({
        ...cluster,
        metadata: { ...cluster.metadata, name },
      }),
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    expect(
      dialog.getByLabelText(`Type \u2068${name}\u2069 to confirm`),
    ).toBeInTheDocument();
  });

  it('deletes nothing that has no name to type', async () => {
    renderPalette(`${PAGE}?action=delete`, {
      getCluster: async () => ({
        ...cluster,
        metadata: { ...cluster.metadata, name: '' },
      }),
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
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
