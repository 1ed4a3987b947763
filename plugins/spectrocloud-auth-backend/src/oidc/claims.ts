import { LoginFailure } from '../login/LoginFailure';

/** An address with exactly one `@` and something on both of its sides, and nothing that no database keeps. */
const EMAIL = /^[^@\s\p{Cc}]{1,64}@[^@\s\p{Cc}]{1,255}$/u;

/** Whether Palette says that the address is the user's own. */
export function isEmailVerified(claims: Record<string, unknown>): boolean {
  const { email_verified: verified } = claims;
  return verified === true || verified === 'true';
}

/**
 * The user's e-mail address, as far as it may be used.
 *
 * @returns undefined when there is none; never the subject instead
 * @throws LoginFailure when Palette says, or has to say and doesn't, whether it is verified
 */
export function readEmail(
  claims: Record<string, unknown>,
  requireVerifiedEmail: boolean,
): string | undefined {
  const { email, email_verified: verified } = claims;
  const isVerified = isEmailVerified(claims);
  const isDenied = verified !== undefined && verified !== null && !isVerified;
  if (isDenied) {
    throw new LoginFailure('email_unverified');
  }
  if (typeof email !== 'string' || !EMAIL.test(email)) {
    return undefined;
  }
  if (requireVerifiedEmail && !isVerified) {
    throw new LoginFailure(
      'email_unverified',
      new Error(
        'the ID token has no email_verified claim, which requireVerifiedEmail: true demands',
      ),
      'Palette does not say that your e-mail address is verified, which Backstage demands here. Tell your administrator the reference.',
    );
  }
  return email;
}
