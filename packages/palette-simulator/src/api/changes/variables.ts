import type { Cluster, Profile, Variable } from '../../seed/types';
import { PaletteError } from '../PaletteError';

/** A name and the value that it is to have. */
export interface VariableValue {
  name?: string;
  value?: string;
}

/** The value that the cluster has. */
export function valueOf(
  cluster: Cluster,
  { uid }: Profile,
  { name, defaultValue }: Variable,
): string {
  return cluster.variables?.[uid]?.[name] ?? defaultValue;
}

function faultOf(variable: Variable | undefined, value: string) {
  if (!variable) return 'is not a variable of the profile';
  if (variable.required && value === '') return 'is required';
  if (variable.regex && !new RegExp(variable.regex).test(value)) {
    return `should match '${variable.regex}'`;
  }
  if (variable.options?.every(option => option.value !== value)) {
    return `should be one of [${variable.options.map(o => o.value).join(' ')}]`;
  }
  if (variable.format === 'boolean' && !/^(true|false)$/.test(value)) {
    return 'must be of type boolean';
  }
  return undefined;
}

/** Refuses what the profile's variables rule out, all of it at once. */
export function checkVariables(
  { variables }: Profile,
  values: VariableValue[],
  field: string,
  cluster?: { isImmutable: (variable: Variable, value: string) => boolean },
): void {
  const errors = values.flatMap(({ name = '', value = '' }) => {
    const variable = variables.find(one => one.name === name);
    const message =
      faultOf(variable, value) ??
      (cluster?.isImmutable(variable!, value) ? 'is immutable' : undefined);
    return message ? [{ field: `${field}.${name}`, message }] : [];
  });
  if (errors.length > 0) {
    throw new PaletteError(
      400,
      'InvalidVariables',
      'The variables are not valid',
      { errors },
    );
  }
}

/** Gives variables of an attached profile other values. */
export function changeVariables(
  cluster: Cluster,
  profile: Profile,
  values: VariableValue[],
  field: string,
): void {
  checkVariables(profile, values, field, {
    isImmutable: (variable, value) =>
      variable.immutable && value !== valueOf(cluster, profile, variable),
  });
  cluster.variables = {
    ...cluster.variables,
    [profile.uid]: {
      ...cluster.variables?.[profile.uid],
      ...Object.fromEntries(values.map(({ name, value }) => [name, value])),
    },
  };
}
