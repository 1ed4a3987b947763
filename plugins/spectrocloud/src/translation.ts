import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * Texts of the Palette pages, in English and German.
 *
 * @public
 */
export const spectroCloudTranslationRef = createTranslationRef({
  id: 'spectrocloud',
  messages,
  translations: { de: () => import('./translations/de') },
});
