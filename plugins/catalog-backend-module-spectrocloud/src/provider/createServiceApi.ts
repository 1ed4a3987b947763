import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  fetchWithToken,
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
    fetchApi: fetchWithToken(async () => {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: SPECTROCLOUD_PLUGIN_ID,
      });
      return token;
    }),
  });
}
