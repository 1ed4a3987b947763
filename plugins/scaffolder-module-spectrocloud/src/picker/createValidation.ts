import type { TranslationApi } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  spectroCloudReactTranslationRef,
  type VariableProblem,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { translationApiRef } from '../coreApiRefs';
import { scaffolderSpectroCloudTranslationRef } from '../translation';
import { describeError, type Translate } from './describeError';
import { readFilledIn } from './filledIn';
import type { Offering, PlaceOptions } from './Offering';
import { readOptions } from './readOptions';
import { isSame } from './useSettled';

/** The user's language, outside of components. */
export interface Words {
  t: Translate;
  problemWords: (problem: VariableProblem) => string;
}

/** What is wrong with a value, in sentences. */
export type Check<TOffer> = (
  data: unknown,
  offers: TOffer[],
  words: Words,
) => string[];

function wordsOf(translations: TranslationApi): Words {
  const { t } = translations.getTranslation(
    scaffolderSpectroCloudTranslationRef,
  );
  const shared = translations.getTranslation(spectroCloudReactTranslationRef);
  return { t, problemWords: problem => shared.t(`problem.${problem}`) };
}

/** The form makes an empty object of an object that isn't there. */
function isFilled(data: unknown): boolean {
  return data !== undefined && data !== '' && !isSame(data, {});
}

/**
 * The check of a field before the form goes on: what doesn't fit the rest of the
 * form, as Palette has it, is never sent. What is missing altogether is the
 * template's `required` to tell.
 */
export function createValidation<TValue, TOptions extends PlaceOptions, TOffer>(
  offering: Offering<TOptions, TOffer>,
  check: Check<TOffer>,
): CustomFieldValidator<TValue, TOptions> {
  return async (data, field, { apiHolder, formData, uiSchema }) => {
    const api = apiHolder.get(spectroCloudApiRef);
    const translations = apiHolder.get(translationApiRef);
    if (!isFilled(data) || !api || !translations) return;
    const words = wordsOf(translations);
    const { t } = words;
    const read = readOptions(offering.optionsSchema, uiSchema);
    if (!read.ok) {
      field.addError(t('options', { problem: read.problem }));
      return;
    }
    const { options } = read;
    const { values, missing } = readFilledIn(formData, offering.needs(options));
    if (missing) {
      field.addError(t(`first.${missing}`));
      return;
    }
    try {
      const { instance } = options;
      const place = { instance, projectUid: values.project };
      const offers = await offering.load(options, { api, values, place });
      check(data, offers, words).forEach(text => field.addError(text));
    } catch (error) {
      const reason = describeError(error as Error, t);
      field.addError(t('check.failed', { reason }));
    }
  };
}
