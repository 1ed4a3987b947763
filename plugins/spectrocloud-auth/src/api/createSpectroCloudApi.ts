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
  /** Says which auth environment each Palette is called with. */
  configApi: ConfigApi;
  /** Finds the backend plugin. */
  discoveryApi: DiscoveryApi;
  /** Sends requests with the user's Backstage token. */
  fetchApi: FetchApi;
  /** Signs users in again; only its sessions are used. */
  authApi: Pick<SpectroCloudAuthApi, 'reauthentication'>;
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
      discoveryApi,
      fetchApi,
      session,
      environmentOf: url =>
        environments.get(
          new URL(url, window.location.href).searchParams.get('instance'),
        ),
    }),
  });
}
