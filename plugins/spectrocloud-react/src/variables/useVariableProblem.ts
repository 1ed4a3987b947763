import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { spectroCloudReactTranslationRef } from '../translation';
import type { VariableProblem } from './checkVariable';

/** Says in the user's language what is wrong with the value of a variable. @public */
export function useVariableProblem(): (problem: VariableProblem) => string {
  const { t } = useTranslationRef(spectroCloudReactTranslationRef);
  return useCallback(problem => t(`problem.${problem}`), [t]);
}
