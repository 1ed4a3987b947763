import type { OpenIdConnectApi } from '@backstage/core-plugin-api';

/**
 * Stands in for an ID token that there is none of. A cluster refuses it, and shows
 * that by itself; a missing token would fail the request for all clusters at once.
 */
const NO_ID_TOKEN = 'no-palette-session';

/** How the framework's dialog calls it that the user has declined. */
function isDeclined(error: unknown): boolean {
  return error instanceof Error && error.name === 'RejectedError';
}

/**
 * Palette as an OIDC provider of the Kubernetes plugin, under the key that
 * clusters name in `oidcTokenProvider`.
 *
 * A user who declines the sign-in is not asked again as long as the page lives, since
 * the plugin asks for tokens every few seconds.
 *
 * @public
 */
export function spectroCloudOidcProviders(options: {
  /** ID tokens of Palette. */
  spectroCloudAuthApi: OpenIdConnectApi;
  /**
   * Never asks the user, so that one cluster of Palette doesn't ask everybody who
   * looks at any cluster.
   */
  optional?: boolean;
}): { spectrocloud: OpenIdConnectApi } {
  const { spectroCloudAuthApi, optional = false } = options;
  let isDeclinedHere = false;
  return {
    spectrocloud: {
      getIdToken: async request => {
        try {
          const idToken = await spectroCloudAuthApi.getIdToken({
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
    },
  };
}
