import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import pTimeout from 'p-timeout';
import { isSameSite } from '../config/isSameSite';
import { LoginFailure } from '../login/LoginFailure';
import {
  type OidcServer,
  PaletteServer,
  type PaletteServerOptions,
} from './PaletteServer';
import { type SeparatedTokens, separateTokens } from './paletteDeviations';
import type {
  AuthorizedLogin,
  LoginSecrets,
  RefreshOptions,
  RefreshedTokens,
  VerifiedLogin,
} from './logins';
import { asMisfit, misfit } from './misfit';
import { refreshTokens } from './refreshTokens';
import { revokeRefreshToken, type RevokeOptions } from './revokeRefreshToken';
import { toLoginFailure } from './toLoginFailure';
import { verifyTokenResponse } from './verifyTokenResponse';

/** A sign-out waits no longer for the look-up of endpoints. */
const LOGOUT_PATIENCE_MS = 2_000;

/** What the log may say of what may be a session token: where it was, its algorithm and its expiry. */
function describeSessionToken({
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

/** The OpenID Connect side of one environment. */
export class RelyingParty {
  readonly #options: RelyingPartyOptions;
  readonly #server: PaletteServer;
  readonly #redirectUri: string;
  #hasNoted = false;

  constructor(options: RelyingPartyOptions) {
    this.#options = options;
    this.#server = new PaletteServer(options);
    this.#redirectUri = new URL(options.environment.callbackUrl).href;
  }

  /**
   * Begins a login.
   *
   * @throws LoginFailure when Palette's endpoints can't be found
   */
  async begin(options: {
    scope: string;
    state: string;
  }): Promise<{ url: string; secrets: LoginSecrets }> {
    const { configuration, endpoints } = await this.#server.get();
    const nonce = client.randomNonce();
    const codeVerifier = client.randomPKCECodeVerifier();
    const { prompt, startUrlSearchParams } = this.#options.environment;
    const url = client.buildAuthorizationUrl(configuration, {
      ...startUrlSearchParams,
      redirect_uri: this.#redirectUri,
      scope: options.scope,
      state: options.state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(prompt && { prompt }),
    });
    return {
      url: url.href,
      secrets: { issuer: endpoints.issuer, nonce, codeVerifier },
    };
  }

  /**
   * Redeems the code of a callback and verifies everything that it brings.
   *
   * @throws LoginFailure within the configured timeout
   */
  async redeem(options: AuthorizedLogin): Promise<VerifiedLogin> {
    try {
      // Each call to Palette has the same timeout of its own; this bounds their sum.
      return await pTimeout(this.#redeem(options), {
        milliseconds: this.#options.environment.timeoutMs,
        fallback: () => {
          throw new LoginFailure('palette_timeout');
        },
      });
    } catch (error) {
      throw toLoginFailure(error);
    }
  }

  /**
   * Where a browser ends its session at the provider (OpenID Connect RP-Initiated Logout 1.0).
   *
   * @returns undefined where that is not configured, the provider doesn't offer it, or can't be asked
   */
  async logoutUrl(idToken: string | undefined): Promise<string | undefined> {
    const { environment, logger } = this.#options;
    if (environment.logoutUrl === undefined) {
      return undefined;
    }
    try {
      const { configuration, endpoints } = await pTimeout(this.#server.get(), {
        milliseconds: LOGOUT_PATIENCE_MS,
      });
      const endpoint = endpoints.end_session_endpoint;
      // The ID token says who the user is: it goes nowhere but to the issuer's own site.
      return endpoint === undefined || !isSameSite(endpoints.issuer, endpoint)
        ? undefined
        : client.buildEndSessionUrl(configuration, {
            post_logout_redirect_uri: environment.logoutUrl,
            // Nothing depends on what comes back: the session here has ended already.
            state: client.randomState(),
            ...(idToken !== undefined && { id_token_hint: idToken }),
          }).href;
    } catch (error) {
      logger.warn(
        `The session at the provider (${environment.key}) goes on after a sign-out, since its endpoints could not be looked up: ${toLoginFailure(error).reason}`,
      );
      return undefined;
    }
  }

  /** Gets a new ID token through the refresh grant, as {@link refreshTokens} does. */
  async refresh(options: RefreshOptions): Promise<RefreshedTokens> {
    return refreshTokens({ ...this.#options, server: this.#server }, options);
  }

  /** Revokes a refresh token, as {@link revokeRefreshToken} does. */
  async revoke(options: RevokeOptions): Promise<void> {
    return revokeRefreshToken(this.#server, options);
  }

  async #redeem(options: AuthorizedLogin): Promise<VerifiedLogin> {
    const begunAt = performance.now();
    const { iss, secrets } = options;
    const server = await this.#server.get();
    if (server.endpoints.issuer !== secrets.issuer) {
      throw new LoginFailure('wrong_issuer');
    }
    this.#checkResponseIssuer(server, iss);
    try {
      return await this.#redeemAt(server, options, begunAt);
    } catch (error) {
      throw asMisfit(error, server);
    }
  }

  async #redeemAt(
    server: OidcServer,
    { code, state, iss, secrets }: AuthorizedLogin,
    begunAt: number,
  ): Promise<VerifiedLogin> {
    const authorizationResponse = new URL(this.#redirectUri);
    authorizationResponse.search = new URLSearchParams({
      code,
      state,
      ...(iss !== undefined && { iss }),
    }).toString();
    const response = await client.authorizationCodeGrant(
      server.configuration,
      authorizationResponse,
      {
        expectedState: state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.codeVerifier,
      },
    );
    const { claims, idToken, email, missed } = await verifyTokenResponse({
      ...this.#options,
      begunAt,
      server,
      response,
    });
    const tokens = separateTokens({
      code,
      refreshToken: response.refresh_token,
    });
    this.#noteRefreshToken(response.refresh_token);
    this.#options.logger.debug(
      `Palette's token response (${this.#options.environment.key}) had ${Object.keys(response).sort().join(', ')}; ${describeSessionToken(tokens)}`,
    );
    return {
      issuer: secrets.issuer,
      subject: claims.sub,
      email,
      claims,
      missed,
      tokens: {
        ...tokens,
        idToken,
        idTokenExpiresAt: new Date(claims.exp * 1000),
        ...(response.scope && { scope: response.scope }),
      },
    };
  }

  /** Says once why sessions end early; most providers grant none unasked. */
  #noteRefreshToken(refreshToken: string | undefined): void {
    if (refreshToken === undefined && !this.#hasNoted) {
      this.#hasNoted = true;
      const { environment, logger } = this.#options;
      logger.info(
        `The provider (${environment.key}) granted no refresh token, so sessions end with their tokens; many providers grant one for the scope offline_access (${environment.key}.scope)`,
      );
    }
  }

  /** RFC 9207; told apart from other failures because it is how a mix-up shows. */
  #checkResponseIssuer(
    { endpoints, guess }: OidcServer,
    iss: string | undefined,
  ) {
    const required = endpoints.authorization_response_iss_parameter_supported;
    if (iss === undefined ? required : iss !== endpoints.issuer) {
      // Which address is right is not certain where it was only derived.
      throw endpoints.issuer !== iss && guess !== undefined
        ? misfit(guess, iss)
        : new LoginFailure('wrong_issuer');
    }
  }
}

/** What {@link RelyingParty} needs. */
export type RelyingPartyOptions = PaletteServerOptions;
