import { createApiFactory } from '@backstage/core-plugin-api';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { createOurs, providersDeps } from './providersApi';

/**
 * The Kubernetes plugin's own providers and Palette, for the `apis` of an app of the old
 * front-end system, and for app shells that load one factory by its name.
 *
 * @public
 */
export const spectroCloudKubernetesApiFactory = createApiFactory({
  api: kubernetesAuthProvidersApiRef,
  deps: providersDeps,
  factory: deps => createOurs(deps),
});
