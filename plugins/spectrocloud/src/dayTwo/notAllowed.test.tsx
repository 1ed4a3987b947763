import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';
const options = {
  allowed: (name: string) => !/\.(delete|force-delete)$/.test(name),
};

jest.setTimeout(60_000);

// By itself: the framework holds a decision for some seconds, over tests too.
describe('ActionsMenu, to who may not delete clusters', () => {
  it('says why an entry can’t be chosen, and has no word of force', async () => {
    renderPalette(PAGE, {}, options);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions' }, PATIENT),
    );
    const entry = await screen.findByRole('menuitem', { name: /^Delete…/ });
    expect(entry).toHaveTextContent('You lack the permission');
    expect(entry).toHaveAttribute('aria-disabled', 'true');
    expect(
      screen.queryByRole('menuitem', { name: /by force/ }),
    ).not.toBeInTheDocument();
  });

  it('opens no dialog for an address that names what the user may not', async () => {
    renderPalette(`${PAGE}?action=delete`, {}, options);
    await screen.findByRole('button', { name: 'Actions' }, PATIENT);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
