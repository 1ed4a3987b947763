import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts of the sign-in, in English and German.
 *
 * @public
 */
export const spectroCloudAuthTranslationRef = createTranslationRef({
  id: 'spectrocloud-auth',
  messages: {
    /** Whose way of writing times goes with the texts. */
    locale: 'en',
    signIn: {
      title: 'SpectroCloud',
      message: 'Sign in with your SpectroCloud Palette account.',
      button: 'Sign in',
      waiting: 'Waiting for Palette…',
      waitingHint: 'Finish in the window that has opened.',
      failed: 'The sign-in failed',
      notConfigured:
        'SpectroCloud is not set up to sign users in to this Backstage. Ask its administrator to add a sign-in resolver (auth.providers.spectrocloud.{{environment}}.signIn).',
    },
    sessionEnd: {
      message: 'Your Palette session ends at {{time}}.',
      signIn: 'Sign in again',
      dismiss: 'Dismiss this notice',
    },
    errors: {
      popupBlockedTitle: 'Your browser blocked the sign-in window',
      popupBlocked:
        'Allow pop-ups for this site (see the address bar) and sign in again.',
      popupClosedTitle: 'The sign-in window was closed too early',
      popupClosed:
        'Sign in again and leave the window open until it closes by itself.',
      wrongOriginTitle: 'This is not the address of this Backstage',
      accessDeniedTitle: 'Palette denied the sign-in',
      userNotInCatalogTitle: 'Palette knows you, Backstage does not',
      userChangedTitle: 'You signed in as another user',
      otherUserTitle: 'Palette knows you as another user',
      unavailableTitle: 'Backstage could not check whether you are signed in',
    },
  },
  translations: { de: () => import('./translations/de') },
});
