import type { SessionSummary, StoredSession } from './StoredSession';

/** Whether a session lasts at a time, whatever its tokens. */
export function isWithinLimits(session: SessionSummary, now: Date): boolean {
  return session.expiresAt > now && session.idleExpiresAt > now;
}

function isAlive(
  token: string | undefined,
  expiresAt: Date | undefined,
  now: Date,
): boolean {
  return token !== undefined && (expiresAt === undefined || expiresAt > now);
}

/** Whether the session token of a session can be used at a time. A token that doesn't tell its expiry lives until Palette refuses it. @public */
export function hasLiveSessionToken(session: StoredSession, now: Date) {
  const { sessionToken, sessionTokenExpiresAt } = session.tokens;
  return isAlive(sessionToken, sessionTokenExpiresAt, now);
}

/** Whether the ID token of a session can be used at a time. @public */
export function hasLiveIdToken(session: StoredSession, now: Date): boolean {
  const { idToken, idTokenExpiresAt } = session.tokens;
  return isAlive(idToken, idTokenExpiresAt, now);
}

/** Whether a session can give its session token at a time. @public */
export function isUsable(session: StoredSession, now: Date): boolean {
  return isWithinLimits(session, now) && hasLiveSessionToken(session, now);
}

/** Whether a session is still one at a time: within its limits, with one token alive at least or one that may bring another. @public */
export function isSession(session: StoredSession, now: Date): boolean {
  return (
    isWithinLimits(session, now) &&
    (hasLiveSessionToken(session, now) ||
      hasLiveIdToken(session, now) ||
      session.tokens.refreshToken !== undefined)
  );
}
