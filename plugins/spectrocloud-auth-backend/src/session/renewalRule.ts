import {
  hasLiveSessionToken,
  readTokenTimes,
  type StoredSession,
  type StoredTokens,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionEnvironment } from './SessionEnvironment';

const MIN_REMAINING_MS = 240_000;
const MAX_REMAINING_MS = 600_000;
/** Of the token's life. */
const REMAINING_SHARE = 1 / 5;
const MAX_REMAINING_SHARE = 2 / 3;
/** Between two renewals, the former of which succeeded. */
const MAX_PAUSE_MS = 30_000;

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
  if (!token || !expiresAt) {
    return false;
  }
  const issuedAt = readTokenTimes(token).issuedAt ?? session.createdAt;
  const lifeMs = expiresAt.getTime() - issuedAt.getTime();
  return expiresAt.getTime() - now.getTime() < renewalMarginMs(lifeMs);
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
    hasLiveSessionToken(session, now) &&
    sessionTokenExpiresAt !== undefined &&
    sessionTokenExpiresAt < endOf(session, environment)
  );
}

function canLengthenIdToken(
  session: StoredSession,
  environment: SessionEnvironment,
): boolean {
  const { refreshToken, idTokenExpiresAt } = session.tokens;
  return (
    refreshToken !== undefined &&
    (idTokenExpiresAt === undefined ||
      idTokenExpiresAt < endOf(session, environment))
  );
}

/** Which tokens are to be renewed now; a lapsed session token can't be, a lapsed ID token can. */
export function dueTokens(
  session: StoredSession,
  environment: SessionEnvironment,
  now: Date,
): DueTokens | undefined {
  const { tokens } = session;
  const sessionToken =
    canLengthenSessionToken(session, environment, now) &&
    isNear(tokens.sessionToken, tokens.sessionTokenExpiresAt, session, now);
  const idToken =
    canLengthenIdToken(session, environment) &&
    (tokens.idToken === undefined ||
      isNear(tokens.idToken, tokens.idTokenExpiresAt, session, now));
  return sessionToken || idToken ? { sessionToken, idToken } : undefined;
}

/**
 * When tokens that were renewed now may be renewed again. The rule above knows their
 * life by what they say: of a short one that doesn't tell its issue, or tells that of
 * its session, it would ask for another on every call.
 */
export function nextRenewal(
  { idTokenExpiresAt, sessionTokenExpiresAt }: StoredTokens,
  now: Date,
): Date {
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
    canLengthenIdToken(session, environment)
      ? tokens.idTokenExpiresAt
      : undefined,
  ].filter(time => time !== undefined);
  if (times.length === 0) {
    return undefined;
  }
  const first = Math.min(...times.map(time => time.getTime()));
  return Math.max(0, Math.floor((first - now.getTime()) / 1000));
}

/** When a session ends at the latest: its tokens' last expiry, or the configured duration. */
export function sessionEnd(
  session: Pick<StoredSession, 'createdAt' | 'tokens'>,
  environment: SessionEnvironment,
): Date {
  const { idToken, idTokenExpiresAt, sessionToken, sessionTokenExpiresAt } =
    session.tokens;
  const limit = session.createdAt.getTime() + environment.sessionDurationMs;
  const lastExpiry = Math.max(
    idToken ? (idTokenExpiresAt?.getTime() ?? limit) : 0,
    sessionToken ? (sessionTokenExpiresAt?.getTime() ?? limit) : 0,
  );
  return new Date(Math.min(limit, lastExpiry));
}
