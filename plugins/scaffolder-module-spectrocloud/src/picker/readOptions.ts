import type { z } from 'zod/v3';

/** What a template set up, or what is wrong with it. */
export type ReadOptions<TOptions> =
  { ok: true; options: TOptions } | { ok: false; problem: string };

/** Reads `ui:options`, which anybody who may register templates has written. */
export function readOptions<TOptions>(
  schema: z.ZodType<TOptions, z.ZodTypeDef, unknown>,
  uiSchema: { 'ui:options'?: unknown } | undefined,
): ReadOptions<TOptions> {
  const read = schema.safeParse(uiSchema?.['ui:options'] ?? {});
  if (read.success) return { ok: true, options: read.data };
  const problem = read.error.issues
    .map(
      ({ path, message }) => `${['ui:options', ...path].join('.')}: ${message}`,
    )
    .join('; ');
  return { ok: false, problem };
}
