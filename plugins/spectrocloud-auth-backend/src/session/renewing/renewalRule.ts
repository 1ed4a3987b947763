import type {
  StoredSession,
  PaletteTokens,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionEnvironment } from '../SessionEnvironment';
import {
  grantTokenOf,
  hasLiveIdToken,
  hasLiveSessionToken,
  isGrantToken,
  isUndecided,
  readTokenTimes,
} from '../sessionState';

const MIN_REMAINING_MS = 240_000;
const MAX_REMAINING_MS = 600_000;
/** Of the token's life. */
const REMAINING_SHARE = 1 / 5;
const MAX_REMAINING_SHARE = 2 / 3;
/** Between two renewals, the former of which succeeded. */
const MAX_PAUSE_MS = 30_000;
/** For how long a session goes on without the provider being asked, where its tokens don't tell when they end. */
const MAX_UNASKED_MS = 600_000;

/** Which tokens of a session a renewal should replace now. */
export interface DueTokens {
  sessionToken: boolean;
  idToken: boolean;
}

/** How long before its expiry a token of a certain life is renewed, in milliseconds. */
export function renewalMarginMs(lifeMs: number): number {
  return Math.min(
    Math.max(MIN_REMAINING_MS, lifeMs * REMAINING_SHARE),
    MAX_REMAINING_MS,
    lifeMs * MAX_REMAINING_SHARE,
  );
}

function isNear(
  token: string | undefined,
  expiresAt: Date | undefined,
  session: StoredSession,
  now: Date,
): boolean {
  if (
    !token ||
    !expiresAt ||
    expiresAt.getTime() - now.getTime() >= MAX_REMAINING_MS
  ) {
    // No token is renewed earlier, whatever its life: it needn't be looked into.
    return false;
  }
  const issuedAt = readTokenTimes(token).issuedAt ?? session.createdAt;
  const lifeMs = expiresAt.getTime() - issuedAt.getTime();
  return expiresAt.getTime() - now.getTime() < renewalMarginMs(lifeMs);
}

/** A refresh token that is a JWT tells when it ends, unless it never does (an offline one); an opaque one tells nothing. */
function isEndlessRefreshToken(refreshToken: string): boolean {
  const { issuedAt, expiresAt } = readTokenTimes(refreshToken);
  return issuedAt !== undefined && expiresAt === undefined;
}

/**
 * Until when the provider's last word counts, of a session that no token of its own ends.
 *
 * @returns undefined for a session whose tokens do
 */
function askedUntil(session: StoredSession): Date | undefined {
  const { createdAt, renewAfter, tokens } = session;
  const { idToken, refreshToken, sessionToken, sessionTokenExpiresAt } = tokens;
  const isEndless =
    (sessionToken && !sessionTokenExpiresAt && !isUndecided(session)) ||
    (refreshToken && isEndlessRefreshToken(refreshToken));
  if (!isEndless) {
    return undefined;
  }
  if (refreshToken) {
    const { issuedAt = createdAt } = readTokenTimes(idToken ?? '');
    return new Date(issuedAt.getTime() + MAX_UNASKED_MS);
  }
  return renewAfter
    ? new Date(renewAfter.getTime() + renewalMarginMs(MAX_UNASKED_MS))
    : new Date(createdAt.getTime() + MAX_UNASKED_MS);
}

function isAskDue(session: StoredSession, now: Date): boolean {
  const until = askedUntil(session);
  return (
    until !== undefined &&
    until.getTime() - now.getTime() < renewalMarginMs(MAX_UNASKED_MS)
  );
}

/** Whether it has to be known by now what a candidate is, since something can't be renewed otherwise. */
export function isDecisionDue(session: StoredSession, now: Date): boolean {
  const { tokens } = session;
  return (
    isUndecided(session) &&
    (!hasLiveIdToken(session, now) ||
      isNear(tokens.idToken, tokens.idTokenExpiresAt, session, now) ||
      isNear(tokens.sessionToken, tokens.sessionTokenExpiresAt, session, now))
  );
}

function endOf(session: StoredSession, environment: SessionEnvironment): Date {
  return new Date(session.createdAt.getTime() + environment.sessionDurationMs);
}

function canLengthenSessionToken(
  session: StoredSession,
  environment: SessionEnvironment,
  now: Date,
): boolean {
  const { sessionTokenExpiresAt } = session.tokens;
  return (
    !isUndecided(session) &&
    hasLiveSessionToken(session, now) &&
    sessionTokenExpiresAt !== undefined &&
    sessionTokenExpiresAt < endOf(session, environment)
  );
}

function canLengthenIdToken(
  session: StoredSession,
  environment: SessionEnvironment,
): boolean {
  const { idTokenExpiresAt, refreshToken } = session.tokens;
  const isKnown = refreshToken !== undefined || !isUndecided(session);
  return (
    isKnown &&
    grantTokenOf(session.tokens) !== undefined &&
    (idTokenExpiresAt === undefined ||
      idTokenExpiresAt < endOf(session, environment))
  );
}

/** Which tokens are to be renewed now; a lapsed session token can't be, unless the refresh grant takes it, a lapsed ID token can. */
export function dueTokens(
  session: StoredSession,
  environment: SessionEnvironment,
  now: Date,
): DueTokens | undefined {
  const { renewAfter, tokens } = session;
  if (renewAfter && renewAfter > now) {
    return undefined;
  }
  const isAsked = isAskDue(session, now);
  const sessionToken =
    (isAsked && tokens.refreshToken === undefined) ||
    (canLengthenSessionToken(session, environment, now) &&
      isNear(tokens.sessionToken, tokens.sessionTokenExpiresAt, session, now));
  const idToken =
    (isAsked && tokens.refreshToken !== undefined) ||
    (canLengthenIdToken(session, environment) &&
      (tokens.idToken === undefined ||
        (isGrantToken(tokens) && !hasLiveSessionToken(session, now)) ||
        isNear(tokens.idToken, tokens.idTokenExpiresAt, session, now)));
  return sessionToken || idToken ? { sessionToken, idToken } : undefined;
}

/** Whether a session is to be renewed now, or has to be confirmed before it can be. */
export function isRenewalDue(
  session: StoredSession,
  environment: SessionEnvironment,
  now: Date,
): boolean {
  return (
    isDecisionDue(session, now) ||
    dueTokens(session, environment, now) !== undefined
  );
}

/**
 * When tokens that were renewed now may be renewed again. The rule above knows their
 * life by what they say: of a short one that doesn't tell its issue, or tells that of
 * its session, it would ask for another on every call.
 */
export function nextRenewal(tokens: PaletteTokens, now: Date): Date {
  const { idTokenExpiresAt, sessionTokenExpiresAt } = tokens;
  if (tokens.sessionToken && !sessionTokenExpiresAt && !tokens.refreshToken) {
    return new Date(
      now.getTime() + MAX_UNASKED_MS - renewalMarginMs(MAX_UNASKED_MS),
    );
  }
  const livesMs = [idTokenExpiresAt, sessionTokenExpiresAt]
    .map(time => (time ? time.getTime() - now.getTime() : 0))
    .filter(lifeMs => lifeMs > 0);
  const pausesMs = livesMs.map(lifeMs => lifeMs * (1 - MAX_REMAINING_SHARE));
  return new Date(now.getTime() + Math.min(MAX_PAUSE_MS, ...pausesMs));
}

/**
 * When the front end should ask again, in seconds.
 *
 * @returns undefined when a renewal could not lengthen anything: the front end
 *   asks again on every call below 180 seconds, which would bring nothing
 */
export function expiresInSeconds(
  session: StoredSession,
  environment: SessionEnvironment,
  now: Date,
): number | undefined {
  const { tokens } = session;
  const times = [
    canLengthenSessionToken(session, environment, now)
      ? tokens.sessionTokenExpiresAt
      : undefined,
    canLengthenIdToken(session, environment) || isUndecided(session)
      ? tokens.idTokenExpiresAt
      : undefined,
    askedUntil(session),
  ].filter(time => time !== undefined);
  if (times.length === 0) {
    return undefined;
  }
  const first = Math.min(...times.map(time => time.getTime()));
  return Math.max(0, Math.floor((first - now.getTime()) / 1000));
}

/** A Palette that answers with no more time than there was has renewed nothing. */
export function isProlonged(
  token: string | undefined,
  expiresAt: Date | undefined,
  formerExpiresAt: Date | undefined,
): boolean {
  return (
    token !== undefined &&
    (!expiresAt || !formerExpiresAt || expiresAt > formerExpiresAt)
  );
}

/** When a session ends at the latest: its tokens' last expiry where nothing can bring others, or the configured duration. */
export function sessionEnd(
  session: Pick<StoredSession, 'createdAt' | 'tokens'>,
  environment: SessionEnvironment,
): Date {
  const { idToken, idTokenExpiresAt, sessionToken, sessionTokenExpiresAt } =
    session.tokens;
  const limit = session.createdAt.getTime() + environment.sessionDurationMs;
  if (grantTokenOf(session.tokens) !== undefined) {
    return new Date(limit);
  }
  const lastExpiry = Math.max(
    idToken ? (idTokenExpiresAt?.getTime() ?? limit) : 0,
    sessionToken ? (sessionTokenExpiresAt?.getTime() ?? limit) : 0,
  );
  return new Date(Math.min(limit, lastExpiry));
}
