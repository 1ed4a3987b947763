import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { SeparatedTokens } from './paletteDeviations';

/** What the log may say of what may be a session token: where it was, its algorithm and its expiry. */
export function describeSessionToken({
  sessionToken,
  sessionTokenFoundIn,
}: SeparatedTokens): string {
  if (sessionToken === undefined) {
    return 'no session token found';
  }
  const { alg } = decodeProtectedHeader(sessionToken);
  const { exp } = decodeJwt(sessionToken);
  const expiry =
    typeof exp === 'number' && Math.abs(exp) < 1e11
      ? `expires ${new Date(exp * 1000).toISOString()}`
      : 'without expiry';
  return `possible session token found in ${sessionTokenFoundIn} (${alg}, ${expiry})`;
}
