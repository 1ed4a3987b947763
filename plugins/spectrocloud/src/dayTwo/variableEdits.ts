import type {
  ClusterFinding,
  ClusterProfileVariables,
  ClusterVariable,
  ClusterVariablesChange,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  checkVariable,
  type VariableProblem,
} from '@terasky/backstage-plugin-spectrocloud-react';

/** What was typed, by profile and name; untouched variables are not in it. */
export type VariableEdits = Record<string, string>;

export const editKey = (profileUid: string, { name }: { name: string }) =>
  `${profileUid}/${name}`;

/** What is wrong with what was typed, by the profile's own rules. */
export function faultOf(
  variable: ClusterVariable,
  typed: string | undefined,
): VariableProblem | undefined {
  // A secret that is left empty keeps its value.
  const isKept = typed === undefined || (typed === '' && variable.isSensitive);
  return isKept ? undefined : checkVariable(variable, typed);
}

/** What is sent: the variables that are to have another value. */
export function toVariableChanges(
  profiles: ClusterProfileVariables[],
  edits: VariableEdits,
): ClusterVariablesChange['profiles'] {
  return profiles.flatMap(({ profileUid, variables }) => {
    const changed = variables.flatMap(variable => {
      const value = edits[editKey(profileUid, variable)];
      const isSame = variable.isSensitive
        ? value === ''
        : value === (variable.value ?? '');
      return value === undefined || isSame
        ? []
        : [{ name: variable.name, value }];
    });
    return changed.length > 0 ? [{ profileUid, variables: changed }] : [];
  });
}

/** What Palette said of one variable. */
export function findingOf(
  findings: ClusterFinding[],
  { name }: ClusterVariable,
): string | undefined {
  return findings.find(({ field }) => field.split('.').pop() === name)?.message;
}
