/** What a user does whose files are counted. */
export type FlowName =
  | 'sign-in'
  | 'refresh'
  | 'refresh with a renewal'
  | 'sign-out'
  | 'GET /clusters'
  | 'GET /clusters, asked anew'
  | 'GET /clusters/:uid';

/** Files that came with a feature, by their paths below `plugins/spectrocloud-`, and what for. */
type Raises = Record<string, string>;

/** How much somebody has to read to follow one flow. */
export interface Ceiling {
  /** Files of ours in which a function may run, beside those that have raised the ceiling. */
  files: number;
  /** A ceiling is raised in a line that names the file and says why, or not at all. */
  raisedFor?: Raises;
  /** The flow's walk in docs/architecture.md, and how many files it may name. */
  walk?: { heading: string; files: number };
}

const CODES_IN_TURN: Raises = {
  'auth-backend/src/provider/RedemptionQueue.ts':
    'codes are redeemed in turn while Palette’s limit is near, or anybody could stop all sign-ins',
  'auth-backend/src/provider/ClientAddresses.ts':
    'whose turn it is: invented codes come from few addresses',
  'token-cache/src/limits/TurnQueue.ts': 'turns under a limit',
  'token-cache/src/limits/FairQueue.ts': 'the order of turns',
  'token-cache/src/limits/TokenBucket.ts': 'the limit itself',
};

const RESETS: Raises = {
  'token-cache/src/palette/retryResetReads.ts':
    'firewalls drop idle connections without a word, and a read can be sent again',
};

const REFRESH_GRANT =
  'the refresh grant is tried beside Palette’s own renewal, and brings a new ID token';

export const CEILINGS: Record<FlowName, Ceiling> = {
  'sign-in': {
    files: 30,
    raisedFor: {
      ...CODES_IN_TURN,
      ...RESETS,
      'auth-backend/src/oidc/PaletteKeys.ts':
        'keys are fetched again at most so often, whatever tokens name',
      'auth-backend/src/oidc/verifyTokenResponse.ts':
        'what comes around the ID token; verifyIdToken.ts is to be read by itself',
      'auth-backend/src/provider/loginUser.ts':
        'users whom the catalog doesn’t have yet, and logins that are for one user only',
      'auth-backend/src/session/compactContent.ts':
        'a proxy’s buffer for headers has 4 kB',
      'common/src/fold.ts':
        'nobody passes for another by a letter that becomes ASCII when case is folded',
    },
    walk: { heading: 'Signing in', files: 20 },
  },
  refresh: { files: 18 },
  'refresh with a renewal': {
    files: 28,
    raisedFor: {
      ...RESETS,
      'auth-backend/src/createProvider.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/PaletteKeys.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/PaletteServer.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/RelyingParty.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/checkRefreshedClaims.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/paletteDeviations.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/paletteFetch.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/refreshTokens.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/verifyIdToken.ts': REFRESH_GRANT,
      'auth-backend/src/oidc/verifyTokenResponse.ts': REFRESH_GRANT,
      'auth-backend/src/session/renewing/renewIdToken.ts': REFRESH_GRANT,
      'auth-backend/src/provider/RedemptionQueue.ts':
        'calls to the token endpoint that don’t wait for a turn are counted',
      'token-cache/src/limits/TurnQueue.ts': 'where they are counted',
      'token-cache/src/limits/TokenBucket.ts': 'where they are counted',
    },
    walk: { heading: 'Renewing', files: 12 },
  },
  'sign-out': {
    files: 18,
    raisedFor: {
      ...RESETS,
      'auth-backend/src/oidc/RelyingParty.ts':
        'tells where the session at the provider ends (RP-Initiated Logout)',
      'auth-backend/src/session/ending/TokenRevoker.ts':
        'what Palette could not revoke is tried again until it expires',
      'auth-backend/src/session/ending/revokeTokens.ts':
        'refresh tokens are revoked at the provider, too (RFC 7009)',
      'backend/src/permissions/DecisionCache.ts':
        'decisions that were shared for a moment are forgotten',
      'token-cache/src/store/Revocations.ts':
        'the list of tokens that are yet to be revoked',
      'token-cache/src/store/SessionEnds.ts':
        'a user’s sessions end in a few statements, however many',
    },
    walk: { heading: 'Signing out', files: 12 },
  },
  // The list is held from a request before.
  'GET /clusters': { files: 22 },
  // What Palette is asked with, and what is made of its answer.
  'GET /clusters, asked anew': {
    files: 38,
    walk: { heading: 'Calling Palette', files: 15 },
  },
  'GET /clusters/:uid': { files: 35, raisedFor: RESETS },
};

/** Nobody should have to scroll through a file to find what it does. */
export const MAX_LINES = 250;
