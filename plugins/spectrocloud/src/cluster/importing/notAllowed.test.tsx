import { screen } from '@testing-library/react';
import { cluster } from '../../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

// In a file of its own: what is allowed is kept for as long as the page lives.
it('names the permission to those who may not read the import manifest', async () => {
  renderPalette(
    '/palette/clusters/uid-1',
    {
      getCluster: async () => ({
        ...cluster,
        status: { ...cluster.status, state: 'Importing' },
      }),
    },
    { allowed: name => name !== 'spectrocloud.cluster.view-import-manifest' },
  );
  expect(
    await screen.findByText(
      /spectrocloud\.cluster\.view-import-manifest/,
      {},
      PATIENT,
    ),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Show the import manifest' }),
  ).toBeNull();
});
