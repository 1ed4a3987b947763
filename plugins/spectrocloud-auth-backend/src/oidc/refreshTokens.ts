import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, stringifyError } from '@backstage/errors';
import * as client from 'openid-client';
import pTimeout from 'p-timeout';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { LoginFailure } from '../login/LoginFailure';
import { describeFailure } from '../login/describeFailure';
import type { OidcServer, PaletteServer } from './PaletteServer';
import {
  checkRefreshedClaims,
  withLastingClaims,
} from './checkRefreshedClaims';
import { isRefreshRefusal } from './isRefreshRefusal';
import type { RefreshOptions, RefreshedTokens } from './logins';
import { ABSENT_ACCESS_TOKEN, rotatedRefreshToken } from './paletteDeviations';
import { toLoginFailure } from './toLoginFailure';
import { verifyTokenResponse } from './verifyTokenResponse';

/** What {@link refreshTokens} needs. */
export interface RefreshContext {
  server: PaletteServer;
  environment: EnvironmentConfig;
  logger: LoggerService;
}

/** The refresh token of a token response, as soon as there is one. */
interface Rotation {
  refreshToken?: string;
}

/**
 * Gets a new ID token through the refresh grant, within the configured timeout.
 *
 * @returns the refresh token to use next, alone when Palette has replaced it but
 *   its ID token can't be verified for now; nothing at all where Palette does not
 *   offer the grant, or brings no ID token with it
 * @throws AuthenticationError when Palette refuses, or responds with another identity;
 *   LoginFailure when it may do better the next time
 */
export async function refreshTokens(
  context: RefreshContext,
  options: RefreshOptions,
): Promise<RefreshedTokens> {
  const rotation: Rotation = {};
  try {
    return await pTimeout(redeem(context, options, rotation), {
      milliseconds: context.environment.timeoutMs,
      fallback: () => {
        throw new LoginFailure('palette_timeout');
      },
    });
  } catch (error) {
    return salvage(context, error, rotation);
  }
}

async function redeem(
  { server: palette, environment, logger }: RefreshContext,
  options: RefreshOptions,
  rotation: Rotation,
): Promise<RefreshedTokens> {
  const begunAt = performance.now();
  const server = await palette.get();
  if (server.endpoints.issuer !== options.issuer) {
    // Another issuer must not even see the refresh token.
    throw new LoginFailure('wrong_issuer');
  }
  const response = await client.refreshTokenGrant(
    noteRotation(server, options.refreshToken, rotation),
    options.refreshToken,
  );
  if (response.id_token === undefined) {
    requireTokens(response);
    return {};
  }
  const { claims, idToken, email } = await verifyTokenResponse({
    environment,
    logger,
    begunAt,
    server,
    response,
    former: options,
  });
  checkRefreshedClaims(claims, options);
  return {
    refreshToken: rotation.refreshToken ?? options.refreshToken,
    idToken,
    idTokenExpiresAt: new Date(claims.exp * 1000),
    ...(response.scope && { scope: response.scope }),
    claims: withLastingClaims(claims, options.claims),
    email,
  };
}

/** The library keeps the whole response back when it refuses the ID token, be it only for a clock. */
function noteRotation(
  server: OidcServer,
  former: string,
  rotation: Rotation,
): client.Configuration {
  return server.configure(({ refresh_token: refreshToken }) => {
    if (typeof refreshToken === 'string') {
      rotation.refreshToken = rotatedRefreshToken(former, refreshToken);
    }
  });
}

/** Any JSON object passes for a token response by now; a gateway's must not cost the refresh token. */
function requireTokens(response: client.TokenEndpointResponse): void {
  if (
    response.access_token === ABSENT_ACCESS_TOKEN &&
    response.refresh_token === undefined
  ) {
    throw new LoginFailure(
      'malformed_response',
      new Error('the response to the refresh grant has no token at all'),
    );
  }
}

/** What is left after a failure: a refresh token that came must be kept, as the former one may be worth nothing any more. */
function salvage(
  { environment, logger }: RefreshContext,
  error: unknown,
  { refreshToken }: Rotation,
): RefreshedTokens {
  if (
    error instanceof client.ResponseBodyError &&
    error.error === 'unsupported_grant_type'
  ) {
    return {};
  }
  const failure = toLoginFailure(error);
  if (isRefreshRefusal(error)) {
    throw new AuthenticationError(
      `Palette's refreshed tokens were refused: ${describeFailure(failure)}`,
    );
  }
  if (refreshToken === undefined) {
    throw failure;
  }
  logger.warn(
    `A refreshed ID token of Palette (${environment.key}) can't be verified for now (${failure.reason}): ${stringifyError(failure.cause ?? failure)}`,
  );
  return { refreshToken };
}
