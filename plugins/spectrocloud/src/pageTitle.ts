import { spectroCloudTranslationRef } from './translation';
import { messages } from './translations/en';

type Page =
  | 'page'
  | 'fleet'
  | 'clusters'
  | 'clusterGroups'
  | 'projects'
  | 'profiles'
  | 'session';

/** A page's title in the user's language; before Backstage 1.57 it can only be a text. */
export function pageTitle(page: Page) {
  return typeof spectroCloudTranslationRef === 'function'
    ? spectroCloudTranslationRef(`${page}.title`)
    : messages[page].title;
}
