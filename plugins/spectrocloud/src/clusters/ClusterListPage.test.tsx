import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const failing = (error: object) => ({
  listClusters: jest.fn(() =>
    Promise.reject(Object.assign(new Error(), error)),
  ),
});

jest.setTimeout(60_000);

describe('ClusterListPage', () => {
  it('shows who looks and what they may see, a page at a time', async () => {
    renderPalette('/palette/clusters');
    expect(
      await screen.findByText('45 clusters', {}, PATIENT),
    ).toBeInTheDocument();
    expect(await screen.findByText('Dana Developer')).toBeInTheDocument();
    expect(screen.getByText('1 project')).toBeInTheDocument();
    // The second table is the pager.
    const [table] = screen.getAllByRole('table');
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(1 + 20);
    expect(screen.getByRole('link', { name: 'cluster-0' })).toHaveAttribute(
      'href',
      expect.stringContaining('uid-0'),
    );
  });

  it('narrows by search and filters, and clears them again', async () => {
    renderPalette('/palette/clusters?project=payments');
    expect(
      await screen.findByText('15 of 45 clusters', {}, PATIENT),
    ).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('Cloud'), 'Azure');
    expect(screen.getByText('3 of 45 clusters')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Search clusters'), 'nothing');
    expect(await screen.findByText('No cluster matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('45 clusters')).toBeInTheDocument();
  });

  it('asks past what the back end holds on a refresh, and keeps what it shows when that fails', async () => {
    const api = renderPalette('/palette/clusters');
    await screen.findByText('45 clusters', {}, PATIENT);
    (api.listClusters as jest.Mock).mockRejectedValueOnce(
      Object.assign(new Error(), { statusCode: 502 }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(api.listClusters).toHaveBeenLastCalledWith(
      expect.objectContaining({ fresh: true }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Palette does not answer',
    );
    expect(screen.getByText('45 clusters')).toBeInTheDocument();
  });

  it('says when there are no clusters', async () => {
    renderPalette('/palette/clusters', { listClusters: async () => [] });
    expect(
      await screen.findByText('No clusters yet', {}, PATIENT),
    ).toBeInTheDocument();
  });

  it.each([
    ['not allowed', { statusCode: 403 }, 'You may not see this'],
    ['busy', { statusCode: 429 }, 'Palette is busy'],
    ['down', { statusCode: 504 }, 'Palette does not answer'],
    ['offline', { name: 'TypeError' }, 'Backstage could not be reached'],
    [
      'declined',
      { name: 'ReauthenticationDeclinedError' },
      'You are not signed in to Palette',
    ],
    ['strange', { message: 'A comet hit it' }, 'A comet hit it'],
  ])('says what to do when it is %s', async (_, error, text) => {
    const api = renderPalette('/palette/clusters', failing(error));
    expect(await screen.findByText(text, {}, PATIENT)).toBeInTheDocument();
    const button = within(screen.getByRole('alert')).getByRole('button');
    await userEvent.click(button);
    expect(api.listClusters).toHaveBeenCalledTimes(2);
  });
});
