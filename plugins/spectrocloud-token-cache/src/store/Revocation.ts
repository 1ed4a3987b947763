/** Which tokens of sessions are to be revoked, each by the auth environments in which they are. @public */
export interface RevocationScope {
  /** Session token and refresh token. */
  revokeIn?: string[];
  /** The refresh token alone, by its OpenID provider; Palette is not asked to revoke the session token. */
  revokeRefreshIn?: string[];
}

/** The tokens of an ended session that are yet to be revoked. @public */
export interface Revocation {
  /** Number of the entry. */
  id: number;
  /** Whether a key opens it here. */
  isReadable: boolean;
  /** For Palette; absent where the session had none. */
  sessionToken?: string;
  /** Whether the session token came as `refresh_token`, so that it is that if Palette doesn't know it. */
  mayBeRefreshToken: boolean;
  /** Whether Palette has said that it is a session token; it may be another server's refresh token else. */
  isConfirmed: boolean;
  /** Whether Palette is not to revoke the session token. */
  sparesSessionToken: boolean;
  /** For the OpenID provider; absent where the session had none. */
  refreshToken?: string;
  /** The provider whose refresh token it is. */
  issuer?: string;
}
