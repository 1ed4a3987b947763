import type { PaletteIdentity } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { PaletteTokens, SessionSubject } from './SessionManager';

/** Attributes of the cookies of an environment. */
export interface CookieSettings {
  /** Name of the cookie with the sealed session token. */
  apiTokenName: string;
  /** Where the spectrocloud plugin is, as the browser sees it. */
  apiTokenPath: string;
  domain?: string;
  secure: boolean;
  sameSite: 'lax' | 'none' | 'strict';
  /** Where the provider's routes are, as the browser sees them. */
  authPath: string;
}

/** What sessions need to know of one `auth.providers.spectrocloud.<name>`. */
export interface SessionEnvironment {
  name: string;
  /** Issuer of its ID tokens. */
  issuer: string;
  /** Whether sign-in resolvers name its users; elsewhere connect tickets do. */
  hasResolvers: boolean;
  timeoutMs: number;
  sessionDurationMs: number;
  sessionIdleTimeoutMs: number;
  revokeOnSignOut: boolean;
  /** How many sessions a user may have; the oldest ends. */
  maxSessionsPerUser: number;
  cookie: CookieSettings;
}

/**
 * The Backstage user whom the sign-in resolvers of an environment find for a Palette user.
 *
 * @returns undefined where they find none
 * @throws `ServiceUnavailableError` when it can't be told now
 */
export type ResolveOwner = (owner: {
  environment: string;
  identity: PaletteIdentity;
}) => Promise<string | undefined>;

/**
 * Gets a new ID token through the refresh grant, verified as OpenID Connect Core 12.2 asks.
 *
 * @returns the refresh token to use next, none where the grant never brings an ID token;
 *   a refresh token without an ID token when it may bring one later
 * @throws `AuthenticationError` when it is refused; any other error means that it may be tried again
 */
export type RenewIdToken = (options: {
  environment: string;
  refreshToken: string;
  subject: SessionSubject;
  claims: Record<string, unknown>;
}) => Promise<
  PaletteTokens & { claims?: Record<string, unknown>; email?: string }
>;

/**
 * Has the OpenID provider revoke a refresh token (RFC 7009), where it offers that.
 *
 * @throws when it may do so another time; the error says nothing of the token
 */
export type RevokeRefreshToken = (options: {
  environment: string;
  issuer: string;
  refreshToken: string;
}) => Promise<void>;
