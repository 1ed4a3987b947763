import {
  ApiBlueprint,
  AppRootElementBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  configApiRef,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
  oauthRequestApiRef,
} from './api/coreApiRefs';
import { createSpectroCloudApi } from './api/createSpectroCloudApi';
import { SpectroCloudAuth } from './api/SpectroCloudAuth';
import { spectroCloudApiRef } from './api/spectroCloudApiRef';
import { spectroCloudAuthApiRef } from './api/SpectroCloudAuthApi';
import { SpectroCloudSessionNotice } from './components/SpectroCloudSessionNotice';

const spectroCloudAuthApi = ApiBlueprint.make({
  name: 'auth',
  params: defineParams =>
    defineParams({
      api: spectroCloudAuthApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
        oauthRequestApi: oauthRequestApiRef,
      },
      factory: deps => SpectroCloudAuth.create(deps),
    }),
});

const spectroCloudApi = ApiBlueprint.make({
  name: 'palette',
  params: defineParams =>
    defineParams({
      api: spectroCloudApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        authApi: spectroCloudAuthApiRef,
      },
      factory: deps => createSpectroCloudApi(deps),
    }),
});

const sessionNotice = AppRootElementBlueprint.make({
  name: 'session-notice',
  params: { element: <SpectroCloudSessionNotice /> },
});

/**
 * Auth API and typed client of Palette, for the new front-end system.
 *
 * @public
 */
export const spectroCloudAuthPlugin = createFrontendPlugin({
  pluginId: 'spectrocloud-auth',
  extensions: [spectroCloudAuthApi, spectroCloudApi, sessionNotice],
});
