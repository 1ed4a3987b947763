import { useApiHolder } from '@backstage/frontend-plugin-api';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import Snackbar from '@material-ui/core/Snackbar';
import SnackbarContent from '@material-ui/core/SnackbarContent';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { isOurs } from './providersApi';

type ApiHolder = ReturnType<typeof useApiHolder>;

/** What is wrong with how the app is put together, for the developer who reads it; not translated. */
export function installationFault(apis: ApiHolder): string | undefined {
  if (!apis.get(spectroCloudAuthApiRef)) {
    return 'Clusters of Palette get no ID tokens: add spectroCloudAuthPlugin of @terasky/backstage-plugin-spectrocloud-auth to the features of this app, or spectroCloudAuthApiFactory to its apis.';
  }
  return isOurs(apis.get(kubernetesAuthProvidersApiRef))
    ? undefined
    : 'Clusters of Palette get no ID tokens: another module or API factory replaces the Kubernetes plugin’s auth providers; merge spectroCloudOidcProviders into that one, and remove this one.';
}

/**
 * Says in a sentence that this module has no effect, instead of having none silently. The
 * module of the new front-end system brings it; an app of the old one has it in its root.
 *
 * @public
 */
export const InstallationCheck = () => {
  const fault = installationFault(useApiHolder());
  return fault ? (
    <Snackbar open anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}>
      <SnackbarContent role="alert" message={fault} />
    </Snackbar>
  ) : null;
};
