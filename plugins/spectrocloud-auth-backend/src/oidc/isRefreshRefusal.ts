import { errors as jose } from 'jose';
import * as client from 'openid-client';
import { LoginFailure, type LoginFailureReason } from '../login/LoginFailure';

const REFUSALS = new Set<LoginFailureReason>([
  'id_token_rejected',
  'email_unverified',
  'wrong_issuer',
]);

/** RFC 6749, 5.2. Dex knows no other word for a refused refresh token than the second one; our request is well formed. */
const REFUSED_GRANTS = new Set(['invalid_grant', 'invalid_request']);

/** Claims that say whose ID token it is; a time that doesn't fit may be a clock's fault. */
const IDENTITY_CLAIMS = new Set(['iss', 'sub', 'aud']);

/**
 * Whether what a refresh threw is a clear no, which ends the session: Palette
 * refuses the refresh token, or an ID token says something else than the first one.
 *
 * All else may be better the next time, also an answer that can't be read or
 * whose key is unknown: a gateway's maintenance page must not sign anyone out.
 * So this takes the error as it was thrown: its login failure no longer tells
 * an unreadable ID token from a refused one.
 */
export function isRefreshRefusal(error: unknown): boolean {
  if (error instanceof LoginFailure) {
    return REFUSALS.has(error.reason);
  }
  if (error instanceof client.ResponseBodyError) {
    return REFUSED_GRANTS.has(error.error);
  }
  if (error instanceof client.ClientError) {
    return error.code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED';
  }
  return (
    error instanceof jose.JWTClaimValidationFailed &&
    error.reason === 'check_failed' &&
    IDENTITY_CLAIMS.has(error.claim)
  );
}
