import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import type { scaffolderSpectroCloudTranslationRef } from '../translation';

/** Turns keys of the fields' texts into the user's language. */
export type Translate = TranslationFunction<
  (typeof scaffolderSpectroCloudTranslationRef)['T']
>;

/** Says what went wrong, and what to do. */
export function describeError(error: Error, t: Translate): string {
  const kind = explainError(error);
  return kind === 'unknown'
    ? t('error.unknown', { message: error.message })
    : t(`error.${kind}`);
}
