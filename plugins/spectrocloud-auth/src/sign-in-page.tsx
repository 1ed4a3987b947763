/**
 * Opt-in module: the sign-in page of the app, with SpectroCloud Palette.
 *
 * @packageDocumentation
 */

import type { IdentityProviders } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { SpectroCloudSignInPage } from './signIn/SpectroCloudSignInPage';

/**
 * The sign-in page with SpectroCloud beside other providers.
 *
 * @public
 */
export function createSpectroCloudSignInPageModule(
  options: {
    /** Further ways to sign in: `'guest'`, `'custom'` or provider objects. */
    providers?: IdentityProviders;
  } = {},
) {
  return createFrontendModule({
    pluginId: 'app',
    extensions: [
      // Without a name, so that it takes the place of the framework's own page.
      SignInPageBlueprint.make({
        params: {
          loader: async () => props => (
            <SpectroCloudSignInPage {...props} {...options} />
          ),
        },
      }),
    ],
  });
}

/**
 * The sign-in page with SpectroCloud alone.
 *
 * @public
 */
export const spectroCloudSignInPageModule =
  createSpectroCloudSignInPageModule();

export default spectroCloudSignInPageModule;
