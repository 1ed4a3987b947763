import { screen, waitFor } from '@testing-library/react';
import { entityOf, renderEntity } from '../__testUtils__/renderEntity';
import { PATIENT } from '../__testUtils__/renderPalette';

// A file of its own, as the permission framework remembers what was allowed in other tests.
jest.setTimeout(60_000);

describe('the card of a cluster, where the permission system is not asked', () => {
  it('shows it whatever the policy says, as the back end does', async () => {
    const { api } = renderEntity(
      [entityOf({ 'spectrocloud.com/cluster-uid': 'uid-1' })],
      {},
      {
        allowed: name => !name.startsWith('spectrocloud.'),
        spectrocloud: { enablePermissions: false },
      },
    );
    await waitFor(() => expect(api.getCluster).toHaveBeenCalled(), PATIENT);
    expect(screen.queryByText(/permission spectrocloud/)).toBeNull();
  });
});
