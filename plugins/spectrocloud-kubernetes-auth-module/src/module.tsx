import {
  ApiBlueprint,
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { InstallationCheck } from './InstallationCheck';
import { createOurs, providersDeps } from './providersApi';

// The name of the plugin's own extension, whose place this takes.
const authProviders = ApiBlueprint.make({
  name: 'auth-providers',
  params: defineParams =>
    defineParams({
      api: kubernetesAuthProvidersApiRef,
      deps: providersDeps,
      factory: deps => createOurs(deps),
    }),
});

const installationCheck = AppRootElementBlueprint.make({
  name: 'spectrocloud-installation-check',
  params: { element: <InstallationCheck /> },
});

/**
 * Adds SpectroCloud Palette to the OIDC providers of the Kubernetes plugin.
 *
 * @public
 */
export const spectroCloudKubernetesAuthModule = createFrontendModule({
  pluginId: 'kubernetes',
  extensions: [authProviders, installationCheck],
});
