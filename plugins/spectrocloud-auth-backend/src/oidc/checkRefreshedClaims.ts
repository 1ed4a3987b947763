import { LoginFailure } from '../login/LoginFailure';
import type { IdTokenClaims } from './verifyIdToken';

/** Claims of the first sign-in that later ID tokens may leave out, but must not change. */
const LASTING_CLAIMS = ['auth_time', 'nonce'];

function audienceOf(claim: unknown): string {
  return JSON.stringify([claim].flat().sort());
}

/**
 * Compares a refreshed ID token with the first one (OpenID Connect Core 12.2).
 *
 * Everything else is checked like that of any ID token; here is what must not
 * have changed, as far as the first is known: a restored session has few claims.
 *
 * @throws LoginFailure naming the claim
 */
export function checkRefreshedClaims(
  refreshed: IdTokenClaims,
  original: {
    issuer: string;
    subject: string;
    claims?: Record<string, unknown>;
  },
): void {
  const first = original.claims ?? {};
  const changed = [
    refreshed.iss !== original.issuer && 'iss',
    refreshed.sub !== original.subject && 'sub',
    first.aud !== undefined &&
      audienceOf(refreshed.aud) !== audienceOf(first.aud) &&
      'aud',
    first.azp !== undefined && refreshed.azp !== first.azp && 'azp',
    ...LASTING_CLAIMS.map(
      name =>
        refreshed[name] !== undefined &&
        first[name] !== undefined &&
        refreshed[name] !== first[name] &&
        name,
    ),
  ].filter(Boolean);
  if (changed.length) {
    throw new LoginFailure(
      'id_token_rejected',
      new Error(`the refreshed ID token has another ${changed.join(', ')}`),
    );
  }
}

/**
 * The claims to keep after a refresh.
 *
 * What only the first ID token said stays, or the one after the next could change it unnoticed.
 */
export function withLastingClaims(
  refreshed: IdTokenClaims,
  first: Record<string, unknown> = {},
): IdTokenClaims {
  const lasting = LASTING_CLAIMS.filter(name => first[name] !== undefined);
  return {
    ...Object.fromEntries(lasting.map(name => [name, first[name]])),
    ...refreshed,
  };
}
