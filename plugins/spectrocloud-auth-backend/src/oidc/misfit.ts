import { isError } from '@backstage/errors';
import { errors as jose } from 'jose';
import { LoginFailure } from '../login/LoginFailure';
import { isOutage } from './discovery';
import type { Fetch } from './paletteFetch';

/** There is nothing where the key set should be. */
class KeySetMissing extends LoginFailure {
  constructor(url: string, status: number) {
    super(
      'misconfigured',
      new Error(`the key set's address ${url} answered with status ${status}`),
    );
  }
}

/** What the ID token names, where the library refused it for its issuer. */
function otherIssuer(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  const { claim, claims, cause } = error as {
    claim?: unknown;
    claims?: { iss?: unknown };
    cause?: unknown;
  };
  // The library hangs it below its own errors.
  return claim === 'iss' ? claims?.iss : otherIssuer(cause);
}

/** A sign-in that failed since derived endpoints are not those of this Palette. */
export function misfit(guess: string, issuer?: unknown): LoginFailure {
  const named =
    issuer === undefined ? '' : `, and Palette names ${String(issuer)}`;
  return new LoginFailure('misconfigured', new Error(`${guess}${named}`));
}

/**
 * Tells a failure that wrongly derived endpoints explain: the keys are missing, or the
 * ID token names another issuer.
 *
 * @returns any other error as it is
 */
export function asMisfit(
  error: unknown,
  { guess }: { guess?: string },
): unknown {
  if (guess === undefined) {
    return error;
  }
  const issuer = otherIssuer(error);
  return issuer !== undefined || isKeySetMissing(error)
    ? misfit(guess, issuer)
    : error;
}

function isKeySetMissing(error: unknown): boolean {
  return (
    error instanceof KeySetMissing ||
    error instanceof jose.JWKSInvalid ||
    (error instanceof jose.JOSEError &&
      isError(error.cause) &&
      error.cause.name === 'SyntaxError')
  );
}

/** Tells a key set that isn't there from one that can't be had now, as jose doesn't. */
export function requireKeySet(fetch: Fetch): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    if (response.status >= 300 && !isOutage(response.status)) {
      throw new KeySetMissing(url, response.status);
    }
    return response;
  };
}
