import { useApi } from '@backstage/core-plugin-api';
import {
  DefaultProviderSettings,
  ProviderSettingsItem,
} from '@backstage/plugin-user-settings';
import { configApiRef } from '../api/coreApiRefs';
import { spectroCloudAuthApiRef } from '../api/SpectroCloudAuthApi';
import { SpectroCloudIcon } from './SpectroCloudIcon';

/**
 * The list of authentication providers: those that user settings knows, and Palette.
 *
 * @public
 */
export const SpectroCloudProviderSettings = () => {
  const configApi = useApi(configApiRef);
  const configuredProviders =
    configApi.getOptionalConfig('auth.providers')?.keys() ?? [];
  return (
    <>
      <DefaultProviderSettings configuredProviders={configuredProviders} />
      <ProviderSettingsItem
        title="SpectroCloud"
        description="Signs in to Palette, for its pages and for Kubernetes"
        apiRef={spectroCloudAuthApiRef}
        icon={SpectroCloudIcon}
      />
    </>
  );
};
