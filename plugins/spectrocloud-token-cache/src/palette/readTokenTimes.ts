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
    const claims: unknown = JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    if (typeof claims !== 'object' || claims === null) {
      return {};
    }
    const { iat, exp } = claims as { iat?: unknown; exp?: unknown };
    return { issuedAt: toDate(iat), expiresAt: toDate(exp) };
  } catch {
    return {};
  }
}
