import { InputError } from '@backstage/errors';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import { z } from 'zod';
import { revealVariables } from '../task/revealVariables';

/** Variables of a profile as a template gives them: by their names, or as a form's field does. */
type GivenVariables =
  | Record<string, string | number | boolean>
  | Array<{ name: string; value?: string; secret?: string }>;

const variablesSchema = z.array(
  z.object({ name: z.string(), value: z.string() }),
);

/**
 * Variables as the API takes them.
 *
 * @throws `InputError` for one without a value, and as {@link revealVariables} does.
 */
export function toVariables(
  given: GivenVariables,
  secrets: TaskSecrets | undefined,
): Array<{ name: string; value: string }> {
  if (Array.isArray(given)) {
    const read = variablesSchema.safeParse(revealVariables(given, secrets));
    if (!read.success) {
      throw new InputError('Each of the variables needs a name and a value');
    }
    return read.data;
  }
  // A template renders numbers and flags as what they look like; Palette keeps texts.
  return Object.entries(given).map(([name, value]) => ({
    name,
    value: String(value),
  }));
}
