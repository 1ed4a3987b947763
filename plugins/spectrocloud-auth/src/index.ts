/**
 * Sign-in page, auth API and re-authentication with SpectroCloud Palette.
 *
 * @packageDocumentation
 */

export {
  createSpectroCloudApi,
  type SpectroCloudApiOptions,
} from './api/createSpectroCloudApi';
export type { SpectroCloudAuthOptions } from './api/EnvironmentAuth';
export type { SpectroCloudSessionEnding } from './api/SessionEndWatch';
export type { SpectroCloudSessionInfo } from '@terasky/backstage-plugin-spectrocloud-common';
export { SpectroCloudAuth } from './api/SpectroCloudAuth';
export {
  spectroCloudAuthApiRef,
  type SpectroCloudAuthApi,
} from './api/SpectroCloudAuthApi';
export { spectroCloudApiRef } from './api/spectroCloudApiRef';
export {
  spectroCloudApiFactories,
  spectroCloudApiFactory,
  spectroCloudAuthApiFactory,
} from './apiFactories';
export { SpectroCloudIcon } from './components/SpectroCloudIcon';
export { SpectroCloudSessionNotice } from './components/SpectroCloudSessionNotice';
export { SignInError, type SignInErrorName } from './connector/errors';
export type { PopupOptions } from './connector/showSignInPopup';
export {
  spectroCloudAuthPlugin,
  spectroCloudAuthPlugin as default,
} from './plugin';
export {
  SpectroCloudSignInPage,
  type SpectroCloudSignInPageProps,
} from './signIn/SpectroCloudSignInPage';
export { spectroCloudAuthTranslationRef } from './translation';
export { spectroCloudSignInProvider } from './spectroCloudSignInProvider';
