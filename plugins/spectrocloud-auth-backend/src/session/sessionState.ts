import {
  hasLiveIdToken,
  hasLiveSessionToken,
  type PaletteIdentity,
  type StoredSession,
  type PaletteTokens,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';

/** Whom Palette named last: a session has to stay theirs, whatever its next token. */
export function knownIdentity(
  session: Pick<StoredSession, 'identity' | 'formerIdentity'>,
): PaletteIdentity | undefined {
  return session.identity ?? session.formerIdentity;
}

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
export function withoutCandidate(tokens: PaletteTokens): PaletteTokens {
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
