/**
 * Opt-in module: the sign-in page of the app, with SpectroCloud Palette.
 *
 * @packageDocumentation
 */

import { SignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { spectroCloudSignInProvider } from './spectroCloudSignInProvider';

// Without a name, so that it takes the place of the framework's own page.
const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => props => (
      <SignInPage {...props} provider={spectroCloudSignInProvider} />
    ),
  },
});

/**
 * Signs in with SpectroCloud alone.
 *
 * @public
 */
export const spectroCloudSignInPageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});

export default spectroCloudSignInPageModule;
