/**
 * Opt-in module: SpectroCloud Palette among the authentication providers of the user settings.
 *
 * @packageDocumentation
 */

import {
  coreExtensionData,
  createExtension,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { SpectroCloudProviderSettings } from './components/SpectroCloudProviderSettings';

// The input takes one contributor, which replaces the framework's own list.
const providerSettings = createExtension({
  name: 'spectrocloud-provider-settings',
  attachTo: {
    id: 'sub-page:user-settings/auth-providers',
    input: 'providerSettings',
  },
  output: [coreExtensionData.reactElement],
  factory: () => [
    coreExtensionData.reactElement(<SpectroCloudProviderSettings />),
  ],
});

/**
 * Lists the providers that user settings knows, and Palette.
 *
 * @public
 */
export const spectroCloudUserSettingsModule = createFrontendModule({
  pluginId: 'user-settings',
  extensions: [providerSettings],
});

export default spectroCloudUserSettingsModule;
export { SpectroCloudProviderSettings };
