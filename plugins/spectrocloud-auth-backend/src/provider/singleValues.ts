import { InputError } from '@backstage/errors';
import type { Request } from 'express';

/** The longest is the app's own address, to which a redirect goes back; all of it goes on to Palette in an address. */
const MAX_LENGTH = 2_000;

/**
 * Leaves only plain, single, short query parameters, since the framework calls
 * methods of whatever the query parser made of them, and passes some on.
 *
 * @throws InputError when one is repeated, nested or too long
 */
export function requireSingleValues(req: Request): void {
  for (const [name, value] of Object.entries(req.query)) {
    if (typeof value !== 'string') {
      throw new InputError(
        `Query parameter '${name.slice(0, 32)}' must be given once and as text`,
      );
    }
    if (value.length > MAX_LENGTH) {
      throw new InputError(
        `Query parameter '${name.slice(0, 32)}' is longer than ${MAX_LENGTH} characters`,
      );
    }
  }
}
