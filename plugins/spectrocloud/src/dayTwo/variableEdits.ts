import type {
  ClusterFinding,
  ClusterProfileVariables,
  ClusterVariable,
  ClusterVariablesChange,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** What was typed, by profile and name; untouched variables are not in it. */
export type VariableEdits = Record<string, string>;

export const editKey = (profileUid: string, { name }: { name: string }) =>
  `${profileUid}/${name}`;

/** What is wrong with a value, as far as the variable's own rules tell. */
export function faultOf(
  { required, isSensitive, regex }: ClusterVariable,
  value: string | undefined,
): 'required' | 'pattern' | undefined {
  if (value === undefined) return undefined;
  // An untouched secret keeps its value.
  if (value === '') return required && !isSensitive ? 'required' : undefined;
  if (!regex) return undefined;
  try {
    return new RegExp(regex).test(value) ? undefined : 'pattern';
  } catch {
    // Palette's patterns are Go's; what this browser can't read, Palette checks.
    return undefined;
  }
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
