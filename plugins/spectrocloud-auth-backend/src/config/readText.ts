import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads a text that must be there.
 *
 * @throws InputError, with the remedy for an absent one
 */
export function readText(
  config: Config,
  key: string,
  fullKey: string,
  remedy: string,
): string {
  // An environment variable that is not set arrives as an absent or as an empty value.
  const value = config.has(key) ? config.get(key) : undefined;
  if (value === undefined || value === '') {
    throw new InputError(
      `Configuration ${fullKey}.${key} is missing; ${remedy}`,
    );
  }
  return withoutLineBreak(config.getString(key), `${fullKey}.${key}`);
}

/** A file or a command that an environment variable comes from ends with a line break. */
function withoutLineBreak(value: string, fullKey: string): string {
  const trimmed = value.trim();
  if (!trimmed || /\p{Cc}/u.test(trimmed)) {
    throw new InputError(
      `Configuration ${fullKey} ${trimmed ? 'has a line break or another control character in it' : 'is blank'}; give it as the provider shows it`,
    );
  }
  return trimmed;
}
