import { z } from 'zod';

/** Shorter texts are words like `true`, which nobody has to guess. */
const MIN_LENGTH = 6;

const valuesSchema = z
  .object({ value: z.string().min(MIN_LENGTH) })
  .transform(({ value }) => [value])
  .catch([]);
const profileSchema = z
  .object({ variables: z.array(valuesSchema) })
  .transform(({ variables }) => variables.flat())
  .catch([]);
const profilesSchema = z
  .array(profileSchema)
  .transform(profiles => profiles.flat())
  .catch([]);

/**
 * What of Palette's words about profiles nobody may read: the values of their variables.
 * Which of them are secrets is not known here, so it is all of them.
 *
 * @param profiles - as a request has them, not checked any further
 */
export function variableSecrets(profiles: unknown): string[] {
  return profilesSchema.parse(profiles);
}
