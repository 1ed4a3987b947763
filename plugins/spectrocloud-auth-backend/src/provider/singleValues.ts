import { InputError } from '@backstage/errors';
import type { Request } from 'express';

/**
 * Leaves only plain, single query parameters, since the framework calls
 * methods of whatever the query parser made of them.
 *
 * @throws InputError when one is repeated or nested
 */
export function requireSingleValues(req: Request): void {
  for (const [name, value] of Object.entries(req.query)) {
    if (typeof value !== 'string') {
      throw new InputError(
        `Query parameter '${name.slice(0, 32)}' must be given once and as text`,
      );
    }
  }
}
