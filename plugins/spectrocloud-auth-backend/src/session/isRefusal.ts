import { isError } from '@backstage/errors';

/** Only a clear no of Palette's to a token: neither a time-out nor an error of Palette's is one. */
export function isRefusal(error: unknown): boolean {
  return isError(error) && error.name === 'AuthenticationError';
}
