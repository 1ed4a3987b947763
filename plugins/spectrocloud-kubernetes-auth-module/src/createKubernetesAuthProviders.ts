import type {
  ConfigApi,
  OAuthApi,
  OpenIdConnectApi,
} from '@backstage/core-plugin-api';
import {
  KubernetesAuthProviders,
  type KubernetesAuthProvidersApi,
} from '@backstage/plugin-kubernetes-react';
import type { SpectroCloudAuthApi } from '@terasky/backstage-plugin-spectrocloud-auth';
import { spectroCloudOidcProviders } from './spectroCloudOidcProviders';

/** The auth APIs that the Kubernetes plugin gets its tokens from. @public */
export interface KubernetesAuthProvidersOptions {
  /** Says whether the ID token of Palette is optional. */
  configApi: ConfigApi;
  /** Tokens of GitLab. */
  gitlabAuthApi: OpenIdConnectApi;
  /** Tokens of Google, also for GKE. */
  googleAuthApi: OpenIdConnectApi & OAuthApi;
  /** Tokens of Microsoft, also for AKS. */
  microsoftAuthApi: OpenIdConnectApi & OAuthApi;
  /** Tokens of Okta. */
  oktaAuthApi: OpenIdConnectApi;
  /** Tokens of OneLogin. */
  oneloginAuthApi: OpenIdConnectApi;
  /** ID tokens of Palette. */
  spectroCloudAuthApi: OpenIdConnectApi &
    Partial<Pick<SpectroCloudAuthApi, 'getIdTokenOf'>>;
}

/**
 * The Kubernetes plugin's own providers, and Palette.
 *
 * @public
 */
export function createKubernetesAuthProviders(
  options: KubernetesAuthProvidersOptions,
): KubernetesAuthProvidersApi {
  const { configApi, googleAuthApi, microsoftAuthApi } = options;
  return new KubernetesAuthProviders({
    googleAuthApi,
    microsoftAuthApi,
    oidcProviders: {
      gitlab: options.gitlabAuthApi,
      google: googleAuthApi,
      microsoft: microsoftAuthApi,
      okta: options.oktaAuthApi,
      onelogin: options.oneloginAuthApi,
      ...spectroCloudOidcProviders({
        spectroCloudAuthApi: options.spectroCloudAuthApi,
        configApi,
        optional: configApi.getOptionalBoolean(
          'spectrocloud.kubernetes.optionalIdToken',
        ),
      }),
    },
  });
}
