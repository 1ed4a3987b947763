import { screen } from '@testing-library/react';
import { PATIENT } from '../__testUtils__/renderPalette';
import { entityOf, renderEntity } from '../__testUtils__/renderEntity';

// A file of its own, as the permission framework remembers what was allowed in other tests.
jest.setTimeout(60_000);

describe('the card of a cluster, for whom Backstage does not let see it', () => {
  it('says which permission is missing, and asks Palette for nothing', async () => {
    const { api } = renderEntity(
      [entityOf({ 'spectrocloud.com/cluster-uid': 'uid-1' })],
      {},
      { allowed: name => !name.startsWith('spectrocloud.') },
    );
    expect(
      await screen.findByText(
        /permission spectrocloud.cluster.view-info/,
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
    expect(api.getCluster).not.toHaveBeenCalled();
  });
});
