import {
  hasLiveIdToken,
  hasLiveSessionToken,
  type StoredSession,
  type StoredTokens,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { knownIdentity } from './paletteOwner';

/**
 * Whether a session holds what may be Palette's session token or, as well, another
 * server's refresh token: Palette couldn't be asked yet. It is used as neither.
 */
export function isUndecided(
  session: Pick<StoredSession, 'identity' | 'formerIdentity' | 'tokens'>,
): boolean {
  return (
    session.tokens.sessionToken !== undefined &&
    knownIdentity(session) === undefined
  );
}

/** The tokens of a sign-in whose candidate is no session token: it is the refresh token, if that is where it came from. */
export function withoutCandidate(tokens: StoredTokens): StoredTokens {
  const {
    sessionToken,
    sessionTokenExpiresAt: _,
    sessionTokenFoundIn: foundIn,
    ...others
  } = tokens;
  return foundIn === 'code'
    ? others
    : { ...others, refreshToken: others.refreshToken ?? sessionToken };
}

/** Whether a session has a token that says something at a time: an undecided one says nothing. */
export function hasLiveToken(session: StoredSession, now: Date): boolean {
  return (
    hasLiveIdToken(session, now) ||
    (!isUndecided(session) && hasLiveSessionToken(session, now))
  );
}
