import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  checkVariable,
  shownValue,
  type VariableProblem,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { type FilledVariables, textsOf } from './filledVariables';

/** A variable with what is wrong with its value. */
export interface WrongVariable {
  variable: ProfileVariable;
  problem: VariableProblem;
}

/**
 * What is wrong with what was filled in, by the profile's own rules. Of a secret
 * only whether it is there: its value is none of the form's data.
 */
export function checkFilledVariables(
  variables: ProfileVariable[],
  filled: FilledVariables,
): WrongVariable[] {
  const texts = textsOf(filled);
  const secrets = new Set(
    filled.flatMap(entry => ('secret' in entry ? [entry.name] : [])),
  );
  return variables.flatMap(variable => {
    const problem = variable.isSensitive
      ? missingSecret(variable, secrets)
      : checkVariable(variable, shownValue(variable, texts));
    return problem ? [{ variable, problem }] : [];
  });
}

function missingSecret(
  { name, required }: ProfileVariable,
  given: Set<string>,
): VariableProblem | undefined {
  return required && !given.has(name) ? 'required' : undefined;
}

/** Whether all that was filled in belongs to these variables, each in the place that it is for. */
export function belongTo(
  variables: ProfileVariable[],
  filled: FilledVariables,
): boolean {
  return filled.every(entry =>
    variables.some(
      ({ name, isSensitive = false }) =>
        name === entry.name && isSensitive === 'secret' in entry,
    ),
  );
}
