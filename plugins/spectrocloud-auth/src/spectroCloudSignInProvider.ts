import type { SignInProviderConfig } from '@backstage/core-components';
import { spectroCloudAuthApiRef } from './api/SpectroCloudAuthApi';

/**
 * Palette for the framework's own `SignInPage`, alone or beside other providers.
 *
 * @public
 */
export const spectroCloudSignInProvider: SignInProviderConfig = {
  id: 'spectrocloud-auth-provider',
  title: 'SpectroCloud',
  message: 'Sign in with your SpectroCloud Palette account',
  apiRef: spectroCloudAuthApiRef,
};
