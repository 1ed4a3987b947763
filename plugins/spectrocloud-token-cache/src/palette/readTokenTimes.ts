import { decodeJwt } from 'jose';

/** When a token was issued and when it expires, as far as it tells. @public */
export interface TokenTimes {
  /** `iat` */
  issuedAt?: Date;
  /** `exp` */
  expiresAt?: Date;
}

/** Seconds since 1970 that a `Date` can hold and a token may sensibly carry (year 5138). */
const MAX_SECONDS = 1e11;

function toDate(seconds: unknown): Date | undefined {
  return typeof seconds === 'number' && seconds > 0 && seconds < MAX_SECONDS
    ? new Date(seconds * 1000)
    : undefined;
}

/**
 * Reads `iat` and `exp` of a token, unverified: of a session token, which only Palette can
 * verify, or of an ID token that was. They plan renewals and expiry, and decide nothing else.
 *
 * @public
 */
export function readTokenTimes(token: string): TokenTimes {
  try {
    const { iat, exp } = decodeJwt<{ iat?: unknown; exp?: unknown }>(token);
    return { issuedAt: toDate(iat), expiresAt: toDate(exp) };
  } catch {
    // It is no JWT: it tells nothing.
    return {};
  }
}
