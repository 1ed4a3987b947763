import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  SPECTROCLOUD_PLUGIN_ID,
  type SpectroCloudApi,
  SpectroCloudClient,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** The `spectrocloud` plugin as the catalog plugin itself calls it, for no user. */
export function createServiceApi(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): SpectroCloudApi {
  const { auth, discovery } = options;
  return SpectroCloudClient.create({
    discoveryApi: discovery,
    fetchApi: {
      async fetch(input, init) {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: SPECTROCLOUD_PLUGIN_ID,
        });
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
}
