import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';

/** How a variable is asked for. */
export type VariableInput =
  'text' | 'multiline' | 'number' | 'flag' | 'choice' | 'secret';

/** A secret is one before it is anything else. */
export function inputOf(variable: ProfileVariable): VariableInput {
  const { isSensitive, options = [], format, inputType } = variable;
  if (isSensitive) return 'secret';
  if (options.length > 0) return 'choice';
  if (format === 'boolean') return 'flag';
  if (format === 'number') return 'number';
  return inputType === 'multiline' ? 'multiline' : 'text';
}

/** What Palette fills in by itself, as far as it tells. */
function paletteDefault({ defaultValue, options = [] }: ProfileVariable) {
  return defaultValue || options.find(option => option.default)?.value || '';
}

/** What a form begins with. */
export function defaultOf(variable: ProfileVariable): string {
  // Its default stays in Palette, which uses it where no value is given.
  if (variable.isSensitive) return '';
  const value = paletteDefault(variable);
  if (inputOf(variable) !== 'flag') return value;
  // A box that isn't ticked says no, whatever else a default may be.
  return value === 'true' ? value : 'false';
}

/** The variables to ask for: without those that the profile hides, unless it hides what it needs and hasn't. @public */
export function askedFor(variables: ProfileVariable[]): ProfileVariable[] {
  const named = variables.filter(({ name }) => name !== '');
  const seen = new Set<string>();
  return named.filter(variable => {
    const { name, hidden, required } = variable;
    if (seen.has(name)) return false;
    seen.add(name);
    return !hidden || (required && paletteDefault(variable) === '');
  });
}

/** The value that a form shows: what was typed, which may be nothing, else the default. @public */
export function shownValue(
  variable: ProfileVariable,
  typed: Record<string, string> | undefined,
): string {
  return typed && Object.hasOwn(typed, variable.name)
    ? typed[variable.name]
    : defaultOf(variable);
}
