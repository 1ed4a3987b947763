import {
  type ProfileVariable,
  VARIABLE_SECRET_PREFIX,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { shownValue } from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';

const openSchema = z.object({
  name: z.string().describe('Name of the variable'),
  value: z.string().describe('What was filled in'),
});
const secretSchema = z.object({
  name: z.string().describe('Name of the variable'),
  secret: z
    .string()
    .describe('Name of the task’s secret that holds what was filled in'),
});

export const filledVariablesSchema = z
  .array(z.union([openSchema.strict(), secretSchema.strict()]))
  .describe(
    'Variables of the profile, as the action takes them; secrets by the name of a secret of the task',
  );

/** What was filled in; secrets only by name. */
export type FilledVariables = z.infer<typeof filledVariablesSchema>;

/** Where a secret variable is kept among the secrets of the task. */
export function secretNameOf(profileUid: string, variable: string): string {
  return `${VARIABLE_SECRET_PREFIX}${profileUid}.${variable}`;
}

/** What a form says of a profile's variables. */
export interface VariablesForm {
  profileUid: string;
  /** Texts by name of variable. */
  typed: Record<string, string>;
  /** The secrets of the task to be. */
  secrets: Record<string, string>;
}

/** What the form shows for a variable. */
export function filledValue(
  variable: ProfileVariable,
  { profileUid, typed, secrets }: VariablesForm,
): string {
  const { name, isSensitive } = variable;
  if (!isSensitive) return shownValue(variable, typed);
  const secret = secretNameOf(profileUid, name);
  return Object.hasOwn(secrets, secret) ? secrets[secret] : '';
}

/** What a template gets: all but what is empty, and what Palette fills in by itself. */
export function toFilledVariables(
  variables: ProfileVariable[],
  form: VariablesForm,
): FilledVariables {
  return variables.flatMap<FilledVariables[number]>(variable => {
    const { name, isSensitive, defaultValue } = variable;
    const value = filledValue(variable, form);
    if (value === '' || (!isSensitive && value === defaultValue)) return [];
    return isSensitive
      ? [{ name, secret: secretNameOf(form.profileUid, name) }]
      : [{ name, value }];
  });
}

/** The texts among what was filled in, by name of variable. */
export function textsOf(filled: FilledVariables): Record<string, string> {
  return Object.fromEntries(
    filled.flatMap(entry =>
      'value' in entry ? [[entry.name, entry.value]] : [],
    ),
  );
}
