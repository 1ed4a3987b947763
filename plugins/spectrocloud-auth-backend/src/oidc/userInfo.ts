import type { LoggerService } from '@backstage/backend-plugin-api';
import { errors as jose } from 'jose';
import * as client from 'openid-client';
import pTimeout from 'p-timeout';
import { LoginFailure, type LoginFailureReason } from '../login/LoginFailure';
import { describeCause } from '../login/describeCause';
import type { OidcServer } from './PaletteServer';
import type { IdTokenClaims } from './verifyIdToken';

/** Claims, and why some may be missing that there might have been. */
export interface CompletedClaims {
  claims: IdTokenClaims;
  /** What kept userinfo from being read. */
  missed?: unknown;
}

/**
 * Asks the userinfo endpoint, where there is one, for the claims that scopes
 * stand for; claims of the ID token are never overwritten.
 *
 * @throws LoginFailure when the endpoint answers for another user, or for none, or a
 *   signed response is somebody else's work
 */
export async function fetchMissingClaims(options: {
  claims: IdTokenClaims;
  server: OidcServer;
  accessToken: string | undefined;
  logger: LoggerService;
  /** Configuration key of the environment, for the log. */
  key: string;
  /** How long the endpoint may take. */
  timeoutMs: number;
  /** Claims of the same user so far: a userinfo endpoint that is down must not take them away. */
  known?: Record<string, unknown>;
}): Promise<CompletedClaims> {
  const { claims, server, accessToken, logger, known = {} } = options;
  if (accessToken === undefined || !server.endpoints.userinfo_endpoint) {
    return { claims };
  }
  try {
    const userInfo = await pTimeout(
      client.fetchUserInfo(
        server.userInfoConfiguration,
        accessToken,
        claims.sub,
      ),
      { milliseconds: options.timeoutMs },
    );
    return { claims: { ...profileClaims(userInfo, claims), ...claims } };
  } catch (error) {
    const reason = refusalOf(error);
    if (reason) {
      throw new LoginFailure(
        reason,
        new Error("the userinfo endpoint's answer is refused", {
          cause: error,
        }),
      );
    }
    // Only names and an address are missed; the identity is the ID token's.
    logger.warn(
      `Palette's userinfo endpoint (${options.key}) could not be read${describeVerification(error)}${describeCause(error)}`,
    );
    return {
      claims: { ...profileClaims(known, claims), ...claims },
      missed: error,
    };
  }
}

const NAME_CLAIMS = ['name', 'given_name', 'family_name', 'picture'];
/** Belong together: one address's verification must not vouch for another address. */
const EMAIL_CLAIMS = ['email', 'email_verified'];

function profileClaims(
  userInfo: Record<string, unknown>,
  claims: IdTokenClaims,
): Record<string, unknown> {
  const wanted =
    claims.email === undefined
      ? [...NAME_CLAIMS, ...EMAIL_CLAIMS]
      : NAME_CLAIMS;
  return Object.fromEntries(
    wanted
      .filter(name => userInfo[name] !== undefined)
      .map(name => [name, userInfo[name]]),
  );
}

function causeOf(error: unknown): unknown {
  return error instanceof client.ClientError ? error.cause : error;
}

/** Whether a signed response was forged, in contrast to one that can't be verified for now or here. */
function isForged(error: unknown): boolean {
  const cause = causeOf(error);
  return (
    cause instanceof jose.JWSSignatureVerificationFailed ||
    (cause instanceof jose.JWTClaimValidationFailed &&
      cause.reason === 'check_failed')
  );
}

function describeVerification(error: unknown): string {
  const cause = causeOf(error);
  return cause instanceof jose.JOSEError
    ? `, since its signature can't be verified: ${cause.code}`
    : '';
}

/** Without a subject nothing may be used (OpenID Connect Core 5.3.2), but it isn't somebody else's either. */
function refusalOf(error: unknown): LoginFailureReason | undefined {
  if (isForged(error)) {
    return 'id_token_rejected';
  }
  const code = error instanceof client.ClientError ? error.code : undefined;
  switch (code) {
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
      return 'id_token_rejected';
    case 'OAUTH_INVALID_RESPONSE':
      return 'malformed_response';
    default:
      return undefined;
  }
}
