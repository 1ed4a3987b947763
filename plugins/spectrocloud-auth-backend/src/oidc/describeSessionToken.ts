import { decodeJwt, decodeProtectedHeader } from 'jose';

/** What the log may say of a session token that was found: where, its algorithm and its expiry. */
export function describeSessionToken(
  foundIn: string | undefined,
  sessionToken: string | undefined,
): string {
  if (sessionToken === undefined) {
    return 'no session token found';
  }
  const { alg } = decodeProtectedHeader(sessionToken);
  const { exp } = decodeJwt(sessionToken);
  const expiry =
    typeof exp === 'number' && Math.abs(exp) < 1e11
      ? `expires ${new Date(exp * 1000).toISOString()}`
      : 'without expiry';
  return `session token found in ${foundIn} (${alg}, ${expiry})`;
}
