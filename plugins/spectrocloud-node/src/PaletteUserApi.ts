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

/** What a {@link PaletteUserApi} needs. @public */
export interface PaletteUserApiOptions {
  /** Gives out the tokens, on behalf of users. */
  auth: AuthService;
  /** Knows where the `spectrocloud` plugin is. */
  discovery: DiscoveryService;
}

/**
 * The `spectrocloud` plugin, asked on behalf of users.
 *
 * @public
 */
export class PaletteUserApi {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  private constructor({ auth, discovery }: PaletteUserApiOptions) {
    this.#auth = auth;
    this.#discovery = discovery;
  }

  /** With the services of a backend plugin or module. */
  static create(options: PaletteUserApiOptions): PaletteUserApi {
    return new PaletteUserApi(options);
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
        'Palette is called as a user, and these credentials are no user’s',
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
