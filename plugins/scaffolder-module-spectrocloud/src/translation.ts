import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './translations/en';

/**
 * Texts of the fields, in English and German.
 *
 * @public
 */
export const scaffolderSpectroCloudTranslationRef = createTranslationRef({
  id: 'scaffolder-spectrocloud',
  messages,
  translations: { de: () => import('./translations/de') },
});
