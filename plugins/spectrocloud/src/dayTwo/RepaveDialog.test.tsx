import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';

jest.setTimeout(60_000);

describe('RepaveDialog', () => {
  const taken = jest.fn(async () => ({ uid: 'uid-1' }));
  beforeEach(() => taken.mockClear());

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
});
