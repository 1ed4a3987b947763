import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Checks one part of a request. @throws `InputError` that names the field. */
export function parse<T>(
  schema: z.ZodType<T> | undefined,
  value: unknown,
  part: 'path' | 'query' | 'body',
): T {
  if (!schema) return undefined as T;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${[part, ...path].join('.')}: ${message}`,
  );
  throw new InputError(`Invalid request: ${problems.join('; ')}`);
}
