import { createHash } from 'node:crypto';
import { OAuthError } from './OAuthError';

const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

/** RFC 7636 section 4.6; a challenge that was sent must be met, and one that wasn't must not. */
export function checkCodeVerifier(
  challenge: string | undefined,
  verifier: string | null,
): void {
  if (challenge === undefined && verifier === null) {
    return;
  }
  const met =
    challenge !== undefined &&
    verifier !== null &&
    VERIFIER.test(verifier) &&
    createHash('sha256').update(verifier).digest('base64url') === challenge;
  if (!met) {
    throw new OAuthError(400, 'invalid_grant', 'PKCE verification failed');
  }
}
