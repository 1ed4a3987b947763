import { ServiceUnavailableError } from '@backstage/errors';

/** What to say while somebody else is renewing a session: a moment later it can be told. */
export function renewalUnderWay(): Error {
  return new ServiceUnavailableError(
    'The Palette session is being renewed; try again in a few seconds',
  );
}
