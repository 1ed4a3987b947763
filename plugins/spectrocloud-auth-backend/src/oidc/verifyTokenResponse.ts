import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TokenEndpointResponse } from 'openid-client';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { LoginFailure } from '../login/LoginFailure';
import type { OidcServer } from './PaletteServer';
import { readEmail } from './claims';
import { ABSENT_ACCESS_TOKEN } from './paletteDeviations';
import { fetchMissingClaims } from './userInfo';
import { type IdTokenClaims, verifyIdToken } from './verifyIdToken';

/** Who a token response is for, after every check. */
export interface VerifiedIdentity {
  idToken: string;
  claims: IdTokenClaims;
  email?: string;
}

/** Whether the ID token has the claims that the scopes `email` and `profile` stand for. */
function isComplete({ email, name, given_name }: IdTokenClaims): boolean {
  return email !== undefined && (name ?? given_name) !== undefined;
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
  const claims = isComplete(verified)
    ? verified
    : await fetchMissingClaims({
        claims: verified,
        server,
        accessToken,
        logger,
        known: former?.claims,
      });
  return {
    idToken,
    claims,
    email: readEmail(claims, environment.requireVerifiedEmail),
  };
}
