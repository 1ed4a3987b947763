import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';

jest.setTimeout(60_000);

describe('ScaleDialog', () => {
  const taken = jest.fn(async () => ({ uid: 'uid-1' }));
  beforeEach(() => taken.mockClear());

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
});
