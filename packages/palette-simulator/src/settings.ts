/** What can be switched while the simulator runs; Palette's quirks, mostly. */
export interface SimulatorSettings {
  /** Where the Palette session token is handed out by the OIDC endpoints. */
  sessionTokenAs: 'code' | 'refresh_token' | 'none';
  sessionTtlSeconds: number;
  /** Characters of a session token, at least; Palette's grow with what their user may do. */
  sessionTokenLength: number;
  idTokenTtlSeconds: number;
  /** A renewed session token replaces the old one, which is refused from then on. */
  rotateOnRefresh: boolean;
  /** Whether the token endpoint knows `grant_type=refresh_token`. */
  refreshGrant: boolean;
  /** Whether a used OIDC refresh token is replaced. */
  rotateRefreshToken: boolean;
  /** Palette's token response may lack both of these. */
  tokenType: boolean;
  accessToken: boolean;
  /** `strings`: arrays as space-separated strings; `missing`: 404. */
  discovery: 'standard' | 'strings' | 'missing';
  /** Whether discovery says that PKCE S256 is understood. It is enforced either way. */
  advertisePkce: boolean;
  /** RFC 9207: `iss` in the authorization response. */
  issParameter: boolean;
  /** What `sub` of the ID token is. */
  subject: 'uid' | 'email';
  emailVerified: 'true' | 'false' | 'absent';
  /** Claims that ID tokens and userinfo leave out. */
  omitClaims: string[];
  /** Whether `groups` comes only to who asks for the scope of its name. */
  groupsNeedScope: boolean;
  /** Something wrong with each ID token from now on. */
  idTokenFault:
    | 'none'
    | 'signature'
    | 'at_hash'
    | 'nonce'
    | 'audience'
    | 'issuer'
    | 'expired'
    | 'alg_none'
    | 'hs256';
  /** E-mail of the user whose session token is handed out, whoever signs in. */
  sessionTokenOf?: string;
  /** Redirect URIs that a tenant administrator has registered; `*` allowed. */
  redirectUris: string[];
  enforceRedirectUris: boolean;
  kubeconfigEncoding: 'plain' | 'base64';
  /** Whether there is `assets/kubeconfigclient`, as since April 2025. */
  kubeconfigClient: boolean;
  /** How long a creation or deletion takes. */
  clusterChangeSeconds: number;
  /** Whether empty lists of `/v1` are null, as Palette's encoder writes them, or `[]`. */
  nullForEmpty: boolean;
  /**
   * What the undocumented `GET /v1/users/me` answers: what the console reads, or
   * what a Palette does that takes `me` for a uid: a plain user, 400, or 404.
   */
  usersMe: 'me' | 'user' | 'refused' | 'missing';
  /** Whether lists of cloud accounts say of which cloud each is; nothing obliges them to. */
  accountKinds: boolean;
  /** The bug that Palette 4.9.38 mended: `POST /v1/teams/summary` answers 500. */
  teamsSummaryFails: boolean;
}

/** What a new simulator does: Palette without avoidable quirks, and without registered redirect URIs. */
export const DEFAULT_SETTINGS: SimulatorSettings = {
  sessionTokenAs: 'refresh_token',
  sessionTtlSeconds: 4 * 60 * 60,
  sessionTokenLength: 0,
  idTokenTtlSeconds: 60 * 60,
  rotateOnRefresh: false,
  refreshGrant: true,
  rotateRefreshToken: false,
  tokenType: true,
  accessToken: true,
  discovery: 'standard',
  advertisePkce: false,
  issParameter: false,
  subject: 'uid',
  emailVerified: 'true',
  omitClaims: [],
  groupsNeedScope: false,
  idTokenFault: 'none',
  redirectUris: [],
  enforceRedirectUris: true,
  kubeconfigEncoding: 'plain',
  kubeconfigClient: true,
  clusterChangeSeconds: 60,
  nullForEmpty: true,
  usersMe: 'me',
  accountKinds: true,
  teamsSummaryFails: false,
};
