/**
 * Adds SpectroCloud Palette to the OIDC providers of the Backstage Kubernetes plugin.
 *
 * @packageDocumentation
 */

export {
  createKubernetesAuthProviders,
  type KubernetesAuthProvidersOptions,
} from './createKubernetesAuthProviders';
export { spectroCloudKubernetesApiFactory } from './apiFactory';
export { InstallationCheck as SpectroCloudKubernetesInstallationCheck } from './InstallationCheck';
export {
  spectroCloudKubernetesAuthModule,
  spectroCloudKubernetesAuthModule as default,
} from './module';
export { spectroCloudOidcProviders } from './spectroCloudOidcProviders';
