import type { OpenIdConnectApi } from '@backstage/core-plugin-api';

/**
 * Palette as an OIDC provider of the Kubernetes plugin, under the key that
 * clusters name in `oidcTokenProvider`.
 *
 * @public
 */
export function spectroCloudOidcProviders(options: {
  /** ID tokens of Palette. */
  spectroCloudAuthApi: OpenIdConnectApi;
  /**
   * Never asks the user: without a session the token is empty, so that one
   * cluster of Palette doesn't ask everybody who looks at any cluster.
   */
  optional?: boolean;
}): { spectrocloud: OpenIdConnectApi } {
  const { spectroCloudAuthApi, optional = false } = options;
  return {
    spectrocloud: {
      getIdToken: async request =>
        spectroCloudAuthApi.getIdToken({ ...request, optional }),
    },
  };
}
