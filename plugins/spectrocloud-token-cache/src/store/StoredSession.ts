import type { PaletteIdentity } from '../SpectroCloudTokenService';

/** The sealed part of a session. @public */
export interface PaletteTokens {
  /** Verified, RS256. */
  idToken?: string;
  /** When the ID token expires. */
  idTokenExpiresAt?: Date;
  /** Palette's session token once its owner is confirmed, which shows in the session's identity; a candidate before. */
  sessionToken?: string;
  /** Where the candidate was found at sign-in: one from `refresh_token` may turn out to be the refresh token. */
  sessionTokenFoundIn?: 'refresh_token' | 'code';
  /** Whether the refresh grant has turned out not to take the session token, which came as its refresh token. */
  sessionTokenIsNoGrant?: boolean;
  /** When the session token expires, where it tells. */
  sessionTokenExpiresAt?: Date;
  /** An OIDC refresh token. */
  refreshToken?: string;
  /** The scopes that were granted, separated by spaces, where the provider says so; those that were asked for else (RFC 6749 section 5.1). */
  scope?: string;
}

/** What a browser says of itself, by names alone. @public */
export interface SessionDevice {
  /** The browser's name, such as Firefox. */
  browser?: string;
  /** Its operating system's name, such as Linux. */
  system?: string;
}

/** What is known of a session without opening its tokens. @public */
export interface SessionSummary {
  /** SHA-256 of the handle in the session cookie, base64url. */
  id: string;
  /** The Backstage user whose session it is; nobody's while it waits for its user. */
  userEntityRef: string;
  /** Of a connection that its user has not claimed yet: who may, and until when. */
  waiting?: { userEntityRef: string; until: Date };
  /** Auth environment. */
  environment: string;
  /** Issuer of the ID token. */
  issuer: string;
  /** Subject of the ID token. */
  subject: string;
  /** E-mail of the ID token; lower case once stored. */
  email?: string;
  /** Who Palette says the session token's owner is; absent until Palette was asked about this very token. */
  identity?: PaletteIdentity;
  /** Who the owner of the former session token was, where the present one isn't confirmed yet: it has to be theirs, too. */
  formerIdentity?: PaletteIdentity;
  /** `connect`: bound by a connect ticket, beside another sign-in provider. */
  binding: 'sign-in' | 'connect';
  /** The browser that it is of; absent where nothing is known of it. */
  device?: SessionDevice;
  /** When the session token expires, where it tells. */
  sessionTokenExpiresAt?: Date;
  /** When the ID token expires. */
  idTokenExpiresAt?: Date;
  /** When the user signed in. */
  createdAt: Date;
  /** When it was used last, give or take a minute. */
  usedAt: Date;
  /** When the session ends in any case. */
  expiresAt: Date;
  /** When the session ends unless it is used before. */
  idleExpiresAt: Date;
}

/** A session with its tokens. @public */
export interface StoredSession extends SessionSummary {
  /** The tokens, opened. */
  tokens: PaletteTokens;
  /** Verified claims of the ID token. */
  claims: Record<string, unknown>;
  /** Since when the catalog has had no user for it; it gives no tokens meanwhile. */
  userMissingSince?: Date;
  /** Counts the writes. */
  version: number;
  /** No renewal is tried before. */
  renewAfter?: Date;
}

/** What {@link TokenStore.storeSessionToken} needs. @public */
export type NewSession = Omit<
  StoredSession,
  'version' | 'renewAfter' | 'sessionTokenExpiresAt' | 'idTokenExpiresAt'
>;
