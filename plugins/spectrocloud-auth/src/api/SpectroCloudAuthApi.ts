import {
  type ApiRef,
  type AuthRequestOptions,
  type BackstageIdentityApi,
  createApiRef,
  type OAuthApi,
  type OpenIdConnectApi,
  type ProfileInfoApi,
  type SessionApi,
} from '@backstage/frontend-plugin-api';
import type {
  ReauthenticationSession,
  SpectroCloudSessionInfo,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { SpectroCloudSessionEnding } from './SessionEndWatch';

/**
 * Signs in with SpectroCloud Palette.
 *
 * @public
 */
export interface SpectroCloudAuthApi
  extends
    OAuthApi,
    OpenIdConnectApi,
    ProfileInfoApi,
    BackstageIdentityApi,
    SessionApi {
  /**
   * The Palette session token, only where the back end is configured with `exposeApiToken`.
   *
   * @returns undefined where it is not, or where there is no session; the user is never asked
   */
  getSpectroCloudApiToken(): Promise<string | undefined>;

  /**
   * As `getIdToken`, of one auth environment: each has an issuer of its own.
   *
   * @param environment - a block of `auth.providers.spectrocloud`
   */
  getIdTokenOf(
    environment: string,
    options?: AuthRequestOptions,
  ): Promise<string>;

  /** The sessions of all environments, for re-authentication of requests. */
  readonly reauthentication: ReauthenticationSession;

  /**
   * Signs in anew in a popup window, whatever session there is; call it when the user clicks.
   *
   * @param environment - the default environment unless given
   */
  signInAgain(environment?: string): Promise<void>;

  /**
   * Tells some minutes before a session ends that nothing can renew, once for a session,
   * and with undefined when there is another one.
   *
   * @returns call it to be told no more
   */
  onSessionEnding(
    listener: (ending: SpectroCloudSessionEnding | undefined) => void,
  ): () => void;

  /** The user's sessions, of this browser and others. */
  listSessions(): Promise<SpectroCloudSessionInfo[]>;

  /** Ends one of the user's sessions, or all of them, everywhere. */
  endSessions(id?: string): Promise<void>;
}

/**
 * Reference of the {@link SpectroCloudAuthApi}, for both front-end systems.
 *
 * @public
 */
export const spectroCloudAuthApiRef: ApiRef<SpectroCloudAuthApi> =
  createApiRef<SpectroCloudAuthApi>().with({
    id: 'plugin.spectrocloud-auth.auth',
    pluginId: 'spectrocloud-auth',
  });
