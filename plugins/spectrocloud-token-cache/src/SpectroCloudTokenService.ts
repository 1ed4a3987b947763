import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who Palette says the owner of a session token is. @public */
export interface PaletteIdentity {
  /** Uid of the tenant at Palette. */
  tenantUid: string;
  /** Organisation name of the tenant, where Palette tells. */
  tenantName?: string;
  /** Uid of the user at Palette. */
  userUid: string;
  /** E-mail of the user, where Palette tells. */
  email?: string;
}

/** A Palette session token of the caller. @public */
export interface SpectroCloudSessionToken {
  /** Value of Palette's `Authorization` header (no `Bearer`). */
  token: string;
  /** When Palette stops accepting the token, where its `exp` tells. */
  expiresAt?: Date;
  /** Id of the session row; safe to log and to key caches by. */
  sessionId: string;
  /** Auth environment the token was issued for. */
  environment: string;
  /** Who the token belongs to at Palette. */
  identity: PaletteIdentity;
  /** Value of a `Set-Cookie` header to pass on to the caller, when its sealed cookie is absent or out of date. */
  setCookie?: string;
}

/**
 * Hands the caller's own Palette session token to a backend plugin.
 *
 * @public
 */
export interface SpectroCloudTokenService {
  /**
   * The newest usable session token of the user whose credentials these are.
   *
   * @throws `ReauthenticationRequiredError` when there is none.
   * @throws `ServiceUnavailableError` when it can't be told now (database, auth plugin or Palette unavailable).
   */
  getSessionToken(options: {
    credentials: BackstageCredentials;
    environment: string;
    /** Value of the request's cookie that `apiTokenCookieName` names, if any. */
    sealedCookie?: string;
  }): Promise<SpectroCloudSessionToken>;

  /**
   * Tells that Palette answered 401 to a token, and asks for a newer one.
   *
   * @throws `ReauthenticationRequiredError` when there is no newer one; the session has then ended.
   */
  exchangeRefusedToken(options: {
    credentials: BackstageCredentials;
    environment: string;
    /** The token that Palette refused. */
    token: string;
    /** Value of the request's cookie that `apiTokenCookieName` names, if any. */
    sealedCookie?: string;
  }): Promise<SpectroCloudSessionToken>;
}
