/** What a user does whose files are counted. */
export type FlowName =
  | 'sign-in'
  | 'refresh'
  | 'refresh with a renewal'
  | 'sign-out'
  | 'GET /clusters'
  | 'GET /clusters, asked anew'
  | 'GET /clusters/:uid';

/** Files that came with a feature, by their paths in the repository, and what for. */
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

const AUTH_BACKEND = 'plugins/spectrocloud-auth-backend/src';
const BACKEND = 'plugins/spectrocloud-backend/src';
const COMMON = 'plugins/spectrocloud-common/src';
const TOKEN_CACHE = 'plugins/spectrocloud-token-cache/src';

const CODES_IN_TURN: Raises = {
  [`${AUTH_BACKEND}/provider/RedemptionQueue.ts`]:
    'codes are redeemed in turn while Palette’s limit is near, or anybody could stop all sign-ins',
  [`${AUTH_BACKEND}/provider/ClientAddresses.ts`]:
    'whose turn it is: invented codes come from few addresses',
  [`${TOKEN_CACHE}/limits/TurnQueue.ts`]: 'turns under a limit',
  [`${TOKEN_CACHE}/limits/FairQueue.ts`]: 'the order of turns',
  [`${TOKEN_CACHE}/limits/TokenBucket.ts`]: 'the limit itself',
};

const RESETS: Raises = {
  [`${TOKEN_CACHE}/palette/retryResetReads.ts`]:
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
      [`${AUTH_BACKEND}/oidc/PaletteKeys.ts`]:
        'keys are fetched again at most so often, whatever tokens name',
      [`${AUTH_BACKEND}/oidc/verifyTokenResponse.ts`]:
        'what comes around the ID token; verifyIdToken.ts is to be read by itself',
      [`${AUTH_BACKEND}/provider/loginUser.ts`]:
        'whose a login is: it may wait for the catalog to have its user, or be for one user only',
      [`${AUTH_BACKEND}/session/compactContent.ts`]:
        'a proxy’s buffer for headers has 4 kB',
      [`${COMMON}/fold.ts`]:
        'nobody passes for another by a letter that becomes ASCII when case is folded',
    },
    walk: { heading: 'Signing in', files: 20 },
  },
  refresh: { files: 18 },
  'refresh with a renewal': {
    files: 28,
    raisedFor: {
      ...RESETS,
      [`${AUTH_BACKEND}/createProvider.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/PaletteKeys.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/PaletteServer.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/RelyingParty.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/checkRefreshedClaims.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/paletteDeviations.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/paletteFetch.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/refreshTokens.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/verifyIdToken.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/oidc/verifyTokenResponse.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/session/renewing/renewIdToken.ts`]: REFRESH_GRANT,
      [`${AUTH_BACKEND}/provider/RedemptionQueue.ts`]:
        'calls to the provider that don’t wait for a turn are counted',
      [`${TOKEN_CACHE}/limits/TurnQueue.ts`]: 'where they are counted',
      [`${TOKEN_CACHE}/limits/TokenBucket.ts`]: 'where they are counted',
    },
    walk: { heading: 'Renewing', files: 12 },
  },
  'sign-out': {
    files: 18,
    raisedFor: {
      ...RESETS,
      [`${AUTH_BACKEND}/oidc/RelyingParty.ts`]:
        'tells where the session at the provider ends (RP-Initiated Logout)',
      [`${BACKEND}/permissions/DecisionCache.ts`]:
        'decisions that were shared for a moment are forgotten',
      [`${TOKEN_CACHE}/store/Revocations.ts`]:
        'the list of tokens that Palette and the provider are yet to revoke',
      [`${TOKEN_CACHE}/store/SessionEnds.ts`]:
        'rows go in the transaction that puts their tokens on the list',
      [`${AUTH_BACKEND}/session/ending/TokenRevoker.ts`]:
        'has what is on that list revoked, now or later',
      [`${AUTH_BACKEND}/session/ending/revokeTokens.ts`]:
        'refresh tokens are revoked at the provider, too (RFC 7009)',
    },
    walk: { heading: 'Signing out', files: 12 },
  },
  // The list is held from a request before.
  'GET /clusters': { files: 20 },
  // Beside these: the scopes to ask in, the call with its limit, and the mapping.
  'GET /clusters, asked anew': {
    files: 37,
    raisedFor: RESETS,
    walk: { heading: 'Calling Palette', files: 15 },
  },
  'GET /clusters/:uid': { files: 35, raisedFor: RESETS },
};

/** Nobody should have to scroll through a file to find what it does. */
export const MAX_LINES = 250;
