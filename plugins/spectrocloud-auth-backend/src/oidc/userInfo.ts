import type { LoggerService } from '@backstage/backend-plugin-api';
import * as client from 'openid-client';
import { LoginFailure } from '../login/LoginFailure';
import type { OidcServer } from './PaletteServer';
import type { IdTokenClaims } from './verifyIdToken';

/**
 * Asks the userinfo endpoint for the claims that scopes stand for, where the
 * ID token lacks them; claims of the ID token are never overwritten.
 *
 * @throws LoginFailure when the endpoint answers for another user
 */
export async function fetchMissingClaims(options: {
  claims: IdTokenClaims;
  server: OidcServer;
  accessToken: string | undefined;
  logger: LoggerService;
}): Promise<IdTokenClaims> {
  const { claims, server, accessToken, logger } = options;
  const isComplete = claims.email !== undefined && hasName(claims);
  if (
    isComplete ||
    accessToken === undefined ||
    !server.endpoints.userinfo_endpoint
  ) {
    return claims;
  }
  try {
    const userInfo = await client.fetchUserInfo(
      server.configuration,
      accessToken,
      claims.sub,
    );
    return { ...profileClaims(userInfo, claims), ...claims };
  } catch (error) {
    if (isOtherSubject(error)) {
      throw new LoginFailure('id_token_rejected', error);
    }
    // Only names and an address are missed; the identity is the ID token's.
    logger.warn("Palette's userinfo endpoint could not be read");
    return claims;
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

function hasName(claims: IdTokenClaims): boolean {
  return claims.name !== undefined || claims.given_name !== undefined;
}

/** A subject that is another or absent; both are RFC-wise "not this user". */
function isOtherSubject(error: unknown): boolean {
  return (
    error instanceof client.ClientError &&
    (error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' ||
      error.code === 'OAUTH_INVALID_RESPONSE')
  );
}
