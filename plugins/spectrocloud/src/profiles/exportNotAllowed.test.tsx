import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { usePermission } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { ExportButton } from './ExportButton';

jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

const show = (denied: string) => {
  (usePermission as jest.Mock).mockImplementation(({ permission }) => ({
    loading: false,
    allowed: !permission.name.endsWith(denied),
  }));
  renderInTestApp(
    <TestApiProvider
      apis={[[spectroCloudApiRef, {} as Partial<SpectroCloudApi>]]}
    >
      <p>page</p>
      <ExportButton
        profile={{
          metadata: { uid: 'p1', name: 'eks-base' },
          spec: { packs: [], versions: [] },
          status: {},
        }}
      />
    </TestApiProvider>,
  );
  return screen.findByText('page');
};

describe('the export of a profile', () => {
  it.each(['view-pack-values', 'view-pack-manifests'])(
    'is not there without %s',
    async permission => {
      await show(permission);
      expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
    },
  );

  it('is there with both', async () => {
    await show('view-clusters');
    expect(screen.getByRole('button', { name: 'Export' })).toBeInTheDocument();
  });
});
