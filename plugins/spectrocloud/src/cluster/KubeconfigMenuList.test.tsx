import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

// A file of its own, as the permission framework remembers what was allowed in other tests.
const own = () =>
  screen.findByRole('button', { name: 'Download kubeconfig' }, PATIENT);

jest.setTimeout(60_000);

describe('KubeconfigMenuList', () => {
  it("offers the administrator's kubeconfig only to those who may have it", async () => {
    const adminPermission = 'spectrocloud.cluster.download-admin-kubeconfig';
    renderPalette(
      '/palette/clusters/uid-1',
      {},
      { allowed: name => name !== adminPermission },
    );
    await userEvent.click(await own());
    await screen.findByRole('menuitem', { name: /^For yourself/ });
    expect(
      screen.queryByRole('menuitem', { name: /^For administrators/ }),
    ).toBeNull();
  });
});
