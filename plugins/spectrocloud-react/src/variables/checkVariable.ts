import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { matchesPattern } from './matchesPattern';

/** As long as a text may be that becomes part of a cluster. */
export const MAX_VARIABLE_LENGTH = 20_000;

/** What is wrong with a value; the last ones are formats that it doesn't have. @public */
export type VariableProblem =
  'required' | 'tooLong' | 'option' | 'pattern' | VariableFormat;

/** Formats of Palette that are checked; any other is a text. @public */
export type VariableFormat =
  'number' | 'boolean' | 'ipv4' | 'ipv4cidr' | 'ipv6' | 'version' | 'base64';

const FORMATS: Record<VariableFormat, z.ZodType> = {
  number: z.string().regex(/^[+-]?(\d+(\.\d*)?|\.\d+)$/),
  boolean: z.enum(['true', 'false']),
  ipv4: z.ipv4(),
  ipv4cidr: z.cidrv4(),
  ipv6: z.ipv6(),
  version: z.string().regex(/^v?\d+(\.\d+){0,3}([-+][0-9A-Za-z.+-]+)?$/),
  base64: z.base64(),
};

const RULES: ReadonlySet<string> = new Set([
  'required',
  'tooLong',
  'option',
  'pattern',
] satisfies VariableProblem[]);

/** Whether it is a variable's problem, of all that can be wrong in a form. @public */
export function isVariableProblem(code: string): code is VariableProblem {
  return RULES.has(code) || isFormat(code);
}

function isFormat(format: string | undefined): format is VariableFormat {
  return format !== undefined && Object.hasOwn(FORMATS, format);
}

/** What is wrong with the value of a variable, if anything; nothing is wrong with none, where none is required. @public */
export function checkVariable(
  variable: ProfileVariable,
  value: string,
): VariableProblem | undefined {
  const { required, format, regex, options = [] } = variable;
  if (value === '') return required ? 'required' : undefined;
  if (value.length > MAX_VARIABLE_LENGTH) return 'tooLong';
  if (options.length > 0) {
    return options.some(option => option.value === value)
      ? undefined
      : 'option';
  }
  if (isFormat(format) && !FORMATS[format].safeParse(value).success) {
    return format;
  }
  return matchesPattern(regex, value) === false ? 'pattern' : undefined;
}
