import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ClusterLogsProgress,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const PAGE = '/palette/clusters/uid-1?action=logs';
/** Longer than the first wait. */
const AFTER_A_LOOK = { timeout: 10_000 };

async function ask(answers: Partial<SpectroCloudApi>) {
  renderPalette(PAGE, answers);
  const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
  await userEvent.type(dialog.getByLabelText('Namespaces'), 'kube-system, a');
  await userEvent.click(
    dialog.getByRole('button', { name: 'Collect and save' }),
  );
  return dialog;
}

describe('LogsDialog', () => {
  const orderClusterLogs = jest.fn(async () => ({ uid: 'logs-1' }));
  const progress = (is: ClusterLogsProgress['progress']) => async () => ({
    progress: is,
  });

  beforeEach(() => orderClusterLogs.mockClear());

  it('asks for the logs, waits, and saves them', async () => {
    URL.createObjectURL = jest.fn(() => 'blob:logs');
    URL.revokeObjectURL = jest.fn();
    const names: string[] = [];
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function saved(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    const dialog = await ask({
      orderClusterLogs,
      getClusterLogsProgress: progress('ready'),
      downloadClusterLogs: async () => ({
        fileName: 'logs-uid-1.zip',
        content: new Blob(['x']),
      }),
    });
    expect(orderClusterLogs).toHaveBeenCalledWith(
      'uid-1',
      { lines: 1000, namespaces: ['kube-system', 'a'], reason: undefined },
      expect.anything(),
    );
    expect(
      await dialog.findByText(/The cluster collects its logs/),
    ).toBeInTheDocument();
    expect(
      dialog.getByRole('button', { name: 'Collect and save' }),
    ).toBeDisabled();
    expect(
      await dialog.findByText('Saved as logs-uid-1.zip.', {}, AFTER_A_LOOK),
    ).toBeInTheDocument();
    expect(names).toEqual(['logs-uid-1.zip']);
    expect(orderClusterLogs).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });

  it('says that Palette could not collect them', async () => {
    const dialog = await ask({
      orderClusterLogs,
      getClusterLogsProgress: progress('failed'),
    });
    expect(
      await dialog.findByRole('alert', {}, AFTER_A_LOOK),
    ).toHaveTextContent('Palette says that the logs could not be collected.');
  });

  it.each([
    [403, /You may not do this/],
    [502, /Backstage or Palette failed meanwhile/],
  ])('says why there are none after a %d', async (statusCode, sentence) => {
    const dialog = await ask({
      orderClusterLogs: async () => {
        throw Object.assign(new Error(), { statusCode });
      },
    });
    expect(await dialog.findByRole('alert')).toHaveTextContent(sentence);
    expect(dialog.getByLabelText('Namespaces')).toHaveValue('kube-system, a');
  });

  it('shows what Palette does not accept', async () => {
    const findings = [{ field: 'noOfLines', message: 'should be less' }];
    const dialog = await ask({
      orderClusterLogs: async () => {
        throw Object.assign(new Error(), {
          name: 'ResponseError',
          statusCode: 422,
          body: { error: { name: 'UnprocessableClusterError', findings } },
        });
      },
    });
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'noOfLines: should be less',
    );
  });

  it('looks no more once it is closed', async () => {
    const getClusterLogsProgress = jest.fn(progress('collecting'));
    const dialog = await ask({ orderClusterLogs, getClusterLogsProgress });
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await new Promise(resolve => setTimeout(resolve, 5_500));
    expect(getClusterLogsProgress).not.toHaveBeenCalled();
  });
});
