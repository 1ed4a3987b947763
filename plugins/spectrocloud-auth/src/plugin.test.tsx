import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { ApiBlueprint, useApi } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { SpectroCloudClient } from '@terasky/backstage-plugin-spectrocloud-common';
import * as entry from './index';
import { SpectroCloudAuth } from './api/SpectroCloudAuth';
import { spectroCloudApiRef } from './api/spectroCloudApiRef';
import { spectroCloudAuthApiRef } from './api/SpectroCloudAuthApi';
import { spectroCloudAuthPlugin } from './plugin';

describe('spectroCloudAuthPlugin', () => {
  it('brings both APIs to an app of the new front-end system', async () => {
    const Probe = () => {
      const auth = useApi(spectroCloudAuthApiRef);
      const palette = useApi(spectroCloudApiRef);
      return (
        <p>
          {auth instanceof SpectroCloudAuth && 'auth'}{' '}
          {palette instanceof SpectroCloudClient && 'palette'}
        </p>
      );
    };
    renderInTestApp(<Probe />, {
      features: [spectroCloudAuthPlugin],
      config: { backend: { baseUrl: 'http://backend' } },
    });
    expect(await screen.findByText('auth palette')).toBeInTheDocument();
  });

  it('owns the references, so that no other plugin can take their place', () => {
    const names = ['auth', 'palette'] as const;
    const owners = names.map(name => {
      const id = `api:spectrocloud-auth/${name}` as const;
      const { api } = createExtensionTester(
        spectroCloudAuthPlugin.getExtension(id),
      ).get(ApiBlueprint.dataRefs.factory);
      return 'pluginId' in api && api.pluginId;
    });
    expect(owners).toEqual(['spectrocloud-auth', 'spectrocloud-auth']);
  });

  it('is all that an app which takes every package installs', () => {
    expect(entry.default).toBe(spectroCloudAuthPlugin);
    expect(Object.keys(entry)).not.toContain('spectroCloudSignInPageModule');
  });
});
