import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  fetchWithToken,
  SPECTROCLOUD_PLUGIN_ID,
  type SpectroCloudApi,
  SpectroCloudClient,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** The `spectrocloud` plugin, asked on behalf of whoever started a task. */
export class UserApi {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * As the user whose credentials these are. They are asked for a token at every
   * request, and nothing of a Palette session comes back: that stays with its owner.
   *
   * @throws `NotAllowedError` when it is no user: a service has no Palette session.
   */
  of(credentials: BackstageCredentials): SpectroCloudApi {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Palette is called as the user who runs the template, and this task was started by none',
      );
    }
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
