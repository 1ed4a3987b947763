import {
  type ApiRef,
  createApiRef,
  type TranslationApi,
} from '@backstage/frontend-plugin-api';

/**
 * The framework's translations by the id under which every supported release has
 * them: 1.57 deprecates the constant of the older ones.
 */
export const translationApiRef: ApiRef<TranslationApi> =
  createApiRef<TranslationApi>().with({
    id: 'core.translation',
    pluginId: 'app',
  });
