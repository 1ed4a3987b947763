import {
  ApiBlueprint,
  type ConfigApi,
  createApiRef,
  createFrontendModule,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
} from '@backstage/frontend-plugin-api';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { createKubernetesAuthProviders } from './createKubernetesAuthProviders';

// By its id, which every supported release has: `configApiRef` is deprecated
// by 1.57, and those before it don't have `coreApis` yet.
const configApiRef = createApiRef<ConfigApi>().with({
  id: 'core.config',
  pluginId: 'app',
});

// The name of the plugin's own extension, whose place this takes.
const authProviders = ApiBlueprint.make({
  name: 'auth-providers',
  params: defineParams =>
    defineParams({
      api: kubernetesAuthProvidersApiRef,
      deps: {
        configApi: configApiRef,
        gitlabAuthApi: gitlabAuthApiRef,
        googleAuthApi: googleAuthApiRef,
        microsoftAuthApi: microsoftAuthApiRef,
        oktaAuthApi: oktaAuthApiRef,
        oneloginAuthApi: oneloginAuthApiRef,
        spectroCloudAuthApi: spectroCloudAuthApiRef,
      },
      factory: deps => createKubernetesAuthProviders(deps),
    }),
});

/**
 * Adds SpectroCloud Palette to the OIDC providers of the Kubernetes plugin.
 *
 * @public
 */
export const spectroCloudKubernetesAuthModule = createFrontendModule({
  pluginId: 'kubernetes',
  extensions: [authProviders],
});
