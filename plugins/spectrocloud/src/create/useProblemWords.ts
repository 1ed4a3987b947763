import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isVariableProblem,
  useVariableProblem,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { useMemo } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import type { Target } from './creation/Problem';
import type { Problems } from './ProblemsContext';
import type { Wizard } from './useWizard';

/** What is wrong at each place in the user's language; Palette's findings in its own words. */
export function useProblemWords(
  wizard: Pick<Wizard, 'shownIssues' | 'findings'>,
): Problems {
  const { shownIssues, findings } = wizard;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const ofVariable = useVariableProblem();
  return useMemo(() => {
    const words = new Map<Target, string>();
    const add = (at: Target, text: string) =>
      words.set(at, words.has(at) ? `${words.get(at)} ${text}` : text);
    for (const { at, code, bound } of shownIssues) {
      if (!words.has(at)) {
        add(
          at,
          isVariableProblem(code)
            ? ofVariable(code)
            : t(`create.issue.${code}`, { bound: String(bound ?? '') }),
        );
      }
    }
    for (const { at, message } of findings) {
      if (at) add(at, t('create.finding', { message }));
    }
    return words;
  }, [shownIssues, findings, t, ofVariable]);
}
