import { LoginFailure } from '../login/LoginFailure';
import type { IdTokenClaims } from './verifyIdToken';

/**
 * Compares a refreshed ID token with the first one (OpenID Connect Core 12.2).
 *
 * Signature, issuer and audience are checked like those of any ID token; here
 * is what must not have changed.
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
    refreshed.auth_time !== undefined &&
      first.auth_time !== undefined &&
      refreshed.auth_time !== first.auth_time &&
      'auth_time',
    first.azp !== undefined && refreshed.azp !== first.azp && 'azp',
    refreshed.nonce !== undefined &&
      first.nonce !== undefined &&
      refreshed.nonce !== first.nonce &&
      'nonce',
  ].filter(Boolean);
  if (changed.length) {
    throw new LoginFailure(
      'id_token_rejected',
      new Error(`the refreshed ID token has another ${changed.join(', ')}`),
    );
  }
}
