import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TokenEndpointResponse } from 'openid-client';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { LoginFailure } from '../login/LoginFailure';
import type { OidcServer } from './PaletteServer';
import { ABSENT_ACCESS_TOKEN } from './paletteDeviations';
import { type CompletedClaims, fetchMissingClaims } from './userInfo';
import { type IdTokenClaims, verifyIdToken } from './verifyIdToken';

/** An address with exactly one `@` and something on both of its sides, and nothing that no database keeps. */
const EMAIL = /^[^@\s\p{Cc}]{1,64}@[^@\s\p{Cc}]{1,255}$/u;

/** Who a token response is for, after every check. */
export interface VerifiedIdentity {
  idToken: string;
  claims: IdTokenClaims;
  email?: string;
  /** What kept the claims from being completed; without it they are all that there are. */
  missed?: unknown;
}

/** Whether the ID token has the claims that the scopes `email` and `profile` stand for. */
function isComplete({ email, name, given_name }: IdTokenClaims): boolean {
  return email !== undefined && (name ?? given_name) !== undefined;
}

/** Userinfo is waited for no longer than leaves time to go on without it. */
function userInfoLimitMs(timeoutMs: number, begunAt: number): number {
  const leftMs = timeoutMs - (performance.now() - begunAt);
  return Math.max(0, Math.min(timeoutMs / 2, leftMs * 0.8));
}

/**
 * Verifies a token response, and completes it from userinfo.
 *
 * @throws LoginFailure, or what the calls to Palette throw
 */
export async function verifyTokenResponse(options: {
  response: TokenEndpointResponse;
  server: OidcServer;
  environment: EnvironmentConfig;
  logger: LoggerService;
  /** When the exchange began that has `timeoutMs` as a whole, by `performance.now()`. */
  begunAt: number;
  /** At a refresh: whose tokens they have to be, and what is known of that user. */
  former?: { subject: string; claims?: Record<string, unknown> };
}): Promise<VerifiedIdentity> {
  const { response, server, environment, logger, former } = options;
  const { id_token: idToken, access_token: sent } = response;
  if (idToken === undefined) {
    throw new LoginFailure('malformed_response');
  }
  const accessToken = sent === ABSENT_ACCESS_TOKEN ? undefined : sent;
  const verified = await verifyIdToken({
    idToken,
    server,
    clientId: environment.clientId,
    clockToleranceSeconds: environment.clockToleranceSeconds,
    accessToken,
  });
  if (former !== undefined && verified.sub !== former.subject) {
    throw new LoginFailure('id_token_rejected');
  }
  const { claims, missed }: CompletedClaims = isComplete(verified)
    ? { claims: verified }
    : await fetchMissingClaims({
        claims: verified,
        server,
        accessToken,
        logger,
        key: environment.key,
        timeoutMs: userInfoLimitMs(environment.timeoutMs, options.begunAt),
        known: former?.claims,
      });
  return {
    idToken,
    claims,
    missed,
    email: readEmail(claims, environment.requireVerifiedEmail),
  };
}

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
