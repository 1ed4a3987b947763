import {
  type ConfigApi,
  createApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
} from '@backstage/frontend-plugin-api';
import type { KubernetesAuthProvidersApi } from '@backstage/plugin-kubernetes-react';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  createKubernetesAuthProviders,
  type KubernetesAuthProvidersOptions,
} from './createKubernetesAuthProviders';

// By its id, which every supported release has: `configApiRef` is deprecated
// by 1.57, and those before it don't have `coreApis` yet.
export const configApiRef = createApiRef<ConfigApi>().with({
  id: 'core.config',
  pluginId: 'app',
});

const made = new WeakSet<KubernetesAuthProvidersApi>();

/** What the providers are made of. */
export const providersDeps = {
  configApi: configApiRef,
  gitlabAuthApi: gitlabAuthApiRef,
  googleAuthApi: googleAuthApiRef,
  microsoftAuthApi: microsoftAuthApiRef,
  oktaAuthApi: oktaAuthApiRef,
  oneloginAuthApi: oneloginAuthApiRef,
  spectroCloudAuthApi: spectroCloudAuthApiRef,
};

/** The providers, known again as {@link isOurs}. */
export function createOurs(
  deps: KubernetesAuthProvidersOptions,
): KubernetesAuthProvidersApi {
  const providers = createKubernetesAuthProviders(deps);
  made.add(providers);
  return providers;
}

/** Whether it was made here, and not by something that took this one's place. */
export function isOurs(api: KubernetesAuthProvidersApi | undefined): boolean {
  return api !== undefined && made.has(api);
}
