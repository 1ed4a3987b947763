import type {
  ConfigApi,
  DiscoveryApi,
  FetchApi,
} from '@backstage/core-plugin-api';
import {
  createReauthenticatingFetch,
  type SpectroCloudApi,
  SpectroCloudClient,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { readInstanceEnvironments } from './readInstanceEnvironments';
import type { SpectroCloudAuthApi } from './SpectroCloudAuthApi';

/** What the Palette client is made of. @public */
export interface SpectroCloudApiOptions {
  configApi: ConfigApi;
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  authApi: SpectroCloudAuthApi;
}

/**
 * Makes the typed Palette client, whose requests re-authenticate.
 *
 * @public
 */
export function createSpectroCloudApi(
  options: SpectroCloudApiOptions,
): SpectroCloudApi {
  const { configApi, discoveryApi, fetchApi, authApi } = options;
  const session = authApi.reauthentication;
  const environments = readInstanceEnvironments(
    configApi,
    session.defaultEnvironment,
  );
  return SpectroCloudClient.create({
    discoveryApi,
    fetchApi: createReauthenticatingFetch({
      fetchApi,
      session,
      environmentOf: url =>
        environments.get(
          new URL(url, window.location.href).searchParams.get('instance'),
        ),
    }),
  });
}
