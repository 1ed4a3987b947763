import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Target } from '../creation/Problem';
import { elementIdOf, useProblem } from '../ProblemsContext';
import { spectroCloudTranslationRef } from '../../translation';
import type { ChoiceId, Field } from './Field';
import type { Offer } from './useOffer';

/** What all inputs say. */
export interface FieldWords {
  id: string;
  label: string;
  /** What is wrong, else what helps. */
  help?: string;
  wrong: boolean;
  choice: (choice: ChoiceId) => string;
}

/** The words of a field: its label, and below it what is wrong or what helps. */
export function useFieldWords(
  field: Field,
  at: Target,
  offer: Offer,
): FieldWords {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const problem = useProblem(at);
  const hint = field.hint && t(`create.hint.${field.hint}`);
  const offered = offer.error && t('create.offerFailed');
  const loading = offer.loading ? t('create.offerLoading') : undefined;
  return {
    id: elementIdOf(at),
    label: t(`create.field.${field.id}`),
    help: problem ?? offered ?? loading ?? hint,
    wrong: problem !== undefined,
    choice: choice => t(`create.choice.${choice}`),
  };
}
