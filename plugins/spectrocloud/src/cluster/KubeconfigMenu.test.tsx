import { screen } from '@testing-library/react';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

// A file of its own, as the permission framework remembers what was allowed in other tests.
const PAGE = '/palette/clusters/uid-1';
const own = () =>
  screen.findByRole('button', { name: 'Download kubeconfig' }, PATIENT);

jest.setTimeout(60_000);

describe('KubeconfigMenu', () => {
  it('says why the kubeconfig is not for this user', async () => {
    renderPalette(PAGE, {}, { allowed: () => false });
    expect(await own()).toBeDisabled();
    expect(await own()).toHaveAccessibleDescription(
      'You are not allowed to download the kubeconfig.',
    );
  });
});
