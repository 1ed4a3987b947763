import type {
  AuthRequestOptions,
  ConfigApi,
  OpenIdConnectApi,
} from '@backstage/core-plugin-api';
import type { SpectroCloudAuthApi } from '@terasky/backstage-plugin-spectrocloud-auth';
import { readOidcKeys } from './readOidcKeys';

/**
 * Stands in for an ID token that there is none of. A cluster refuses it, and shows
 * that by itself; a missing token would fail the request for all clusters at once.
 */
const NO_ID_TOKEN = 'no-palette-session';

/** How the framework's dialog calls it that the user has declined. */
function isDeclined(error: unknown): boolean {
  return error instanceof Error && error.name === 'RejectedError';
}

/** A user who has declined is not asked again as long as the page lives. */
function createProvider(
  getIdToken: (options: AuthRequestOptions) => Promise<string>,
  optional: boolean,
): OpenIdConnectApi {
  let isDeclinedHere = false;
  return {
    getIdToken: async request => {
      try {
        const idToken = await getIdToken({
          ...request,
          optional: optional || isDeclinedHere,
        });
        return idToken || NO_ID_TOKEN;
      } catch (error) {
        if (!isDeclined(error)) {
          throw error;
        }
        isDeclinedHere = true;
        return NO_ID_TOKEN;
      }
    },
  };
}

/**
 * Palette as OIDC providers of the Kubernetes plugin, under the keys that clusters name in
 * `oidcTokenProvider`: `spectrocloud`, and with `configApi` one more for each further auth
 * environment of `spectrocloud.environments`, as `spectrocloud-airgapped`.
 *
 * A user who declines the sign-in is not asked again as long as the page lives, since
 * the plugin asks for tokens every few seconds.
 *
 * @public
 */
export function spectroCloudOidcProviders(options: {
  /** ID tokens of Palette. */
  spectroCloudAuthApi: OpenIdConnectApi &
    Partial<Pick<SpectroCloudAuthApi, 'getIdTokenOf'>>;
  /** Names the auth environments; without it there is that which signs users in. */
  configApi?: ConfigApi;
  /**
   * Never asks the user, so that one cluster of Palette doesn't ask everybody who
   * looks at any cluster.
   */
  optional?: boolean;
}): { [key: string]: OpenIdConnectApi; spectrocloud: OpenIdConnectApi } {
  const { spectroCloudAuthApi: api, configApi, optional = false } = options;
  const providers: Record<string, OpenIdConnectApi> = {};
  for (const [key, environment] of readOidcKeys(configApi)) {
    providers[key] = createProvider(
      request =>
        environment === undefined || !api.getIdTokenOf
          ? api.getIdToken(request)
          : api.getIdTokenOf(environment, request),
      optional,
    );
  }
  const spectrocloud =
    providers.spectrocloud ??
    createProvider(request => api.getIdToken(request), optional);
  return { ...providers, spectrocloud };
}
