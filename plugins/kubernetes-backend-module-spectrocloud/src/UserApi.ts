import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  fetchWithToken,
  SPECTROCLOUD_PLUGIN_ID,
  type SpectroCloudApi,
  SpectroCloudClient,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** The `spectrocloud` plugin, asked on behalf of users. */
export class UserApi {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** As the user whose credentials these are. */
  of(credentials: BackstageCredentials): SpectroCloudApi {
    return SpectroCloudClient.create({
      discoveryApi: this.#discovery,
      fetchApi: fetchWithToken(async () => {
        const { token } = await this.#auth.getPluginRequestToken({
          onBehalfOf: credentials,
          targetPluginId: SPECTROCLOUD_PLUGIN_ID,
        });
        return token;
      }),
    });
  }
}
