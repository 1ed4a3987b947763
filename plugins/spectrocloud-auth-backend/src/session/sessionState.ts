import { hash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import type {
  PaletteIdentity,
  PaletteTokens,
  SessionSummary,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { decodeJwt } from 'jose';
import type { SessionContext } from './SessionContext';
import type { SessionEnvironment } from './SessionEnvironment';

/** Longest life of a session where its environment is no longer served, so that nothing else tells. */
const UNSERVED_SESSION_DURATION_MS = 30 * 24 * 3_600_000;

/** The clock of this process. */
export function systemTime(): Date {
  return new Date();
}

/** Row id of the session of a browser's handle, which itself is stored nowhere. */
export function sessionIdOf(handle: string): string {
  return hash('sha256', handle, 'base64url');
}

/** @throws `NotFoundError` for an environment that isn't served */
export function environmentOf(
  { environments }: Pick<SessionContext, 'environments'>,
  name: string,
): SessionEnvironment {
  const served = environments.get(name);
  if (!served) {
    throw new NotFoundError(
      `There is no auth environment '${name}' of the spectrocloud provider`,
    );
  }
  return served;
}

/** How long a session can live, also where its environment isn't served here, in milliseconds. */
export function sessionDurationMsOf(
  { environments }: Pick<SessionContext, 'environments'>,
  name: string,
): number {
  return (
    environments.get(name)?.sessionDurationMs ?? UNSERVED_SESSION_DURATION_MS
  );
}

/** For so long a sealed cookie could revive a session, be it by the refresh grant once the session token has lapsed. */
export function revivableUntil(
  context: Pick<SessionContext, 'environments'>,
  {
    createdAt,
    environment,
    tokens,
  }: Pick<StoredSession, 'createdAt' | 'environment'> & {
    tokens: Pick<PaletteTokens, 'sessionTokenExpiresAt'>;
  },
): Date {
  const durationMs = sessionDurationMsOf(context, environment);
  const limit = createdAt.getTime() + durationMs;
  return new Date(
    Math.max(limit, tokens.sessionTokenExpiresAt?.getTime() ?? limit),
  );
}

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

/**
 * Whether the session token is what the refresh grant takes as well: it came as
 * `refresh_token`, and no answer has said otherwise yet.
 */
export function isGrantToken(tokens: PaletteTokens): boolean {
  return (
    tokens.refreshToken === undefined &&
    tokens.sessionToken !== undefined &&
    tokens.sessionTokenFoundIn === 'refresh_token' &&
    !tokens.sessionTokenIsNoGrant
  );
}

/** What the refresh grant is asked with, if there is anything. */
export function grantTokenOf(tokens: PaletteTokens): string | undefined {
  return isGrantToken(tokens) ? tokens.sessionToken : tokens.refreshToken;
}

/** The tokens of a sign-in whose candidate is no session token: it is the refresh token, if that is where it came from. */
export function withoutCandidate(tokens: PaletteTokens): PaletteTokens {
  const {
    sessionToken,
    sessionTokenExpiresAt: _,
    sessionTokenFoundIn: foundIn,
    sessionTokenIsNoGrant: isNoGrant,
    ...others
  } = tokens;
  return foundIn === 'code' || isNoGrant
    ? others
    : { ...others, refreshToken: others.refreshToken ?? sessionToken };
}

/** Whether a session lasts at a time, whatever its tokens. */
function isWithinLimits(session: SessionSummary, now: Date): boolean {
  return session.expiresAt > now && session.idleExpiresAt > now;
}

function isAlive(
  token: string | undefined,
  expiresAt: Date | undefined,
  now: Date,
): boolean {
  return token !== undefined && (expiresAt === undefined || expiresAt > now);
}

/** Whether the session token of a session can be used at a time. A token that doesn't tell its expiry lives until Palette refuses it. */
export function hasLiveSessionToken(session: StoredSession, now: Date) {
  const { sessionToken, sessionTokenExpiresAt } = session.tokens;
  return isAlive(sessionToken, sessionTokenExpiresAt, now);
}

/** Whether the ID token of a session can be used at a time. */
export function hasLiveIdToken(session: StoredSession, now: Date): boolean {
  const { idToken, idTokenExpiresAt } = session.tokens;
  return isAlive(idToken, idTokenExpiresAt, now);
}

/** Whether a session can give its session token at a time. */
export function isUsable(session: StoredSession, now: Date): boolean {
  return isWithinLimits(session, now) && hasLiveSessionToken(session, now);
}

/** Whether a session is still one at a time: within its limits, with one token alive at least or one that may bring another. */
export function isSession(session: StoredSession, now: Date): boolean {
  return (
    isWithinLimits(session, now) &&
    (hasLiveSessionToken(session, now) ||
      hasLiveIdToken(session, now) ||
      grantTokenOf(session.tokens) !== undefined)
  );
}

/** Whether a session can give its session token at a time, or the refresh grant may bring another one. */
export function mayBeUsable(session: StoredSession, now: Date): boolean {
  return (
    isUsable(session, now) ||
    (isSession(session, now) && isGrantToken(session.tokens))
  );
}

/** Whether a session has a token that says something at a time: an undecided one says nothing. */
export function hasLiveToken(session: StoredSession, now: Date): boolean {
  return (
    hasLiveIdToken(session, now) ||
    (!isUndecided(session) && hasLiveSessionToken(session, now))
  );
}

/** When a token was issued and when it expires, as far as it tells. */
interface TokenTimes {
  /** `iat` */
  issuedAt?: Date;
  /** `exp` */
  expiresAt?: Date;
}

/** Seconds since 1970 that a `Date` can hold and a token may sensibly carry (year 5138). */
const MAX_SECONDS = 1e11;

function toDate(seconds: unknown): Date | undefined {
  return typeof seconds === 'number' && seconds > 0 && seconds < MAX_SECONDS
    ? new Date(seconds * 1000)
    : undefined;
}

/**
 * Reads `iat` and `exp` of a token, unverified: of a session token, which only Palette can
 * verify, or of an ID token that was. They plan renewals and expiry, and decide nothing else.
 */
export function readTokenTimes(token: string): TokenTimes {
  try {
    const { iat, exp } = decodeJwt<{ iat?: unknown; exp?: unknown }>(token);
    return { issuedAt: toDate(iat), expiresAt: toDate(exp) };
  } catch {
    // It is no JWT: it tells nothing.
    return {};
  }
}

/**
 * How long a session can last, in seconds: unless it is idle before, or somebody ends it.
 *
 * @param now - `isRenewable`: whether a renewal could lengthen it, be it time and again
 */
export function endsInSeconds(
  { createdAt, expiresAt }: Pick<SessionSummary, 'createdAt' | 'expiresAt'>,
  { sessionDurationMs }: Pick<SessionEnvironment, 'sessionDurationMs'>,
  now: { at: Date; isRenewable: boolean },
): number {
  const end = now.isRenewable
    ? createdAt.getTime() + sessionDurationMs
    : expiresAt.getTime();
  return Math.max(0, Math.floor((end - now.at.getTime()) / 1000));
}
