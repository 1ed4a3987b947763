import { InputError } from '@backstage/errors';

/** What Palette's uids look like; nothing else may become part of a path. */
export const UID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * Builds a Palette path; every inserted value has to be a uid.
 *
 * @throws `InputError` when one is not.
 */
export function palettePath(
  strings: TemplateStringsArray,
  ...values: string[]
): string {
  return strings.reduce((path, part, index) => {
    const value = values[index - 1];
    if (!UID_PATTERN.test(value)) {
      throw new InputError(
        'A uid has letters, digits, "_" and "-" only, at most 64',
      );
    }
    return `${path}${encodeURIComponent(value)}${part}`;
  });
}
