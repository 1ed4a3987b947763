import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CLUSTER_PAGE, clusterParts } from '../../__testUtils__/clusterParts';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const open = async (tab: string) =>
  userEvent.click(await screen.findByRole('tab', { name: tab }, PATIENT));

describe('UsageTab', () => {
  it('shows usage over time as a chart, a sentence and a table, for the time that is chosen', async () => {
    const parts = clusterParts();
    renderPalette(CLUSTER_PAGE, parts);
    await open('Usage and cost');
    expect(
      await screen.findByText(
        'Last 3 cores, on average 2 cores, 3 cores at most',
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByTestId('chart')).toHaveLength(2);
    expect(
      screen.getByText('$12.50 in one day, by Palette’s estimate'),
    ).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('Time'), '168');
    await waitFor(() =>
      expect(parts.listClusterMetrics).toHaveBeenLastCalledWith(
        'uid-1',
        expect.objectContaining({ hours: 168 }),
      ),
    );
  });

  it('shows no figures of another time where those of the chosen one can not be read', async () => {
    const parts = clusterParts();
    parts.listClusterMetrics
      .mockImplementationOnce(parts.listClusterMetrics.getMockImplementation()!)
      .mockRejectedValue(Object.assign(new Error(), { statusCode: 503 }));
    renderPalette(CLUSTER_PAGE, parts);
    await open('Usage and cost');
    await screen.findByText(/^Last 3 cores/, {}, PATIENT);
    await userEvent.selectOptions(screen.getByLabelText('Time'), '168');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Palette/);
    expect(screen.queryByText(/^Last 3 cores/)).toBeNull();
    expect(screen.getByLabelText('Time')).toHaveValue('168');
  });
});
