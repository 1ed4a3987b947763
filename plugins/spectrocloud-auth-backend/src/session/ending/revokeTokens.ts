import type {
  PaletteSessionApi,
  Revocation,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { isRefusal } from '../paletteOwner';
import type { SessionContext } from '../SessionContext';
import type { EndReason } from '../SessionManager';
import { isGrantToken, isUndecided, readTokenTimes } from '../sessionState';
import type { EndableSession } from './endSession';

/** After so many tokens that Palette, or the provider, doesn't take one by one, the others wait, too. */
const MAX_FAILURES = 3;

/** Ends after which nobody should use the session token any more. */
const REVOKING: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'user-changed',
  'other-identity',
  'replaced',
  'revoked',
  'over-limit',
]);

/** The tokens of one session that are to be revoked. */
type Tokens = Omit<Revocation, 'id' | 'isReadable'>;

/** Whom the tokens of an environment are shown to. */
export interface Revokers {
  /** Absent where no API takes the environment's tokens. */
  palette?: PaletteSessionApi;
  /** @returns whether it is a session token, as far as can be told */
  revokeSessionToken(token: string, tokens: Tokens): Promise<boolean>;
  revokeRefreshToken(token: string, issuer: string): Promise<void>;
  now(): Date;
}

/** Why tokens are not revoked yet. */
interface Failures {
  palette?: unknown;
  provider?: unknown;
}

/** Whether Palette is to revoke the session tokens of an environment after a sign-out. */
export function revokesSessionTokens(
  { environments }: Pick<SessionContext, 'environments'>,
  environment: string,
): boolean {
  return environments.get(environment)?.revokeOnSignOut ?? false;
}

/** Environments whose session tokens, and whose refresh tokens, are to be revoked. */
interface Scope {
  revokeIn: string[];
  revokeRefreshIn: string[];
}

/** Which tokens are to be revoked after an end, in which of the environments that are served. */
export function revocationScope(
  context: SessionContext,
  reason: EndReason,
  names: string[],
  session?: EndableSession,
): Scope {
  const served = names.filter(name => context.environments.has(name));
  const revokeIn = served.filter(
    name =>
      REVOKING.has(reason) &&
      revokesSessionTokens(context, name) &&
      !holdsRefreshTokenAlone(session),
  );
  // Its refresh token is good for this session alone, so that it goes with it, whatever the end.
  const revokeRefreshIn =
    reason === 'handed-over' || (session && !mayHoldRefreshToken(session))
      ? []
      : served.filter(name => !revokeIn.includes(name));
  return { revokeIn, revokeRefreshIn };
}

/** Whether there is anything to revoke. */
export function isRevoking({ revokeIn, revokeRefreshIn }: Scope): boolean {
  return revokeIn.length + revokeRefreshIn.length > 0;
}

function holdsRefreshTokenAlone(session: EndableSession | undefined): boolean {
  return (
    session?.tokens.refreshToken !== undefined &&
    session.tokens.sessionToken === undefined
  );
}

/** Until Palette has been asked, what came as `refresh_token` may be one. */
function mayHoldRefreshToken(session: EndableSession): boolean {
  return (
    session.tokens.refreshToken !== undefined ||
    (isUndecided(session) && isGrantToken(session.tokens))
  );
}

/** Those of one environment, for one round: whoever has failed too often is asked no more. */
export function createRevokers(
  options: Pick<Revokers, 'palette' | 'revokeRefreshToken' | 'now'>,
): Revokers {
  const { palette, revokeRefreshToken } = options;
  return {
    ...options,
    revokeSessionToken: untilTired((token: string, tokens: Tokens) =>
      revokeSessionToken(palette, token, tokens),
    ),
    revokeRefreshToken: untilTired(revokeRefreshToken),
  };
}

/** @returns the entries that are done with or only wait for the provider, and why others are not */
export async function revokeAll(revokers: Revokers, entries: Revocation[]) {
  const taken = await revokeList(revokers, entries);
  const done: number[] = [];
  const providersOnly: number[] = [];
  let failures: Failures = {};
  for (const entry of entries.filter(({ isReadable }) => isReadable)) {
    const { id, refreshToken, sessionToken } = entry;
    const failed = await revokeTokens(revokers, {
      ...entry,
      sessionToken: taken.has(id) ? undefined : sessionToken,
    });
    failures = { ...failures, ...failed };
    if (!('palette' in failed) && !('provider' in failed)) {
      done.push(id);
    } else if (!('palette' in failed) && refreshToken !== undefined) {
      providersOnly.push(id);
    }
  }
  return { done, providersOnly, failures };
}

/** Revokes the tokens of one session, each with whom it is for. Never throws. */
export async function revokeTokens(
  revokers: Revokers,
  tokens: Tokens,
): Promise<Failures> {
  const { issuer, mayBeRefreshToken, sessionToken } = tokens;
  let { refreshToken } = tokens;
  const failures: Failures = {};
  const { now } = revokers;
  if (sessionToken && !hasLapsed(sessionToken, now())) {
    try {
      const isPalettes = await revokers.revokeSessionToken(
        sessionToken,
        tokens,
      );
      if (!isPalettes && mayBeRefreshToken) {
        refreshToken ??= sessionToken;
      }
    } catch (error) {
      failures.palette = error;
    }
  }
  // An earlier release listed it without its issuer, and nobody else may see it.
  if (refreshToken !== undefined && issuer !== undefined) {
    try {
      await revokers.revokeRefreshToken(refreshToken, issuer);
    } catch (error) {
      failures.provider = error;
    }
  }
  return failures;
}

/**
 * Revokes what is Palette's session token, unless Palette doesn't accept it: then it is
 * worth nothing, which is all that was wanted. What may be another server's refresh token
 * is shown to Palette only as it is at every confirmation, until Palette has said that it
 * is a session token.
 */
async function revokeSessionToken(
  palette: PaletteSessionApi | undefined,
  token: string,
  { isConfirmed, sparesSessionToken }: Tokens,
): Promise<boolean> {
  if (!palette) {
    return isConfirmed;
  }
  if (!isConfirmed && !(await isAccepted(palette.whoAmI(token)))) {
    return false;
  }
  if (!sparesSessionToken) {
    await isAccepted(palette.revoke(token));
  }
  return true;
}

function hasLapsed(token: string, now: Date): boolean {
  const { expiresAt } = readTokenTimes(token);
  return expiresAt !== undefined && expiresAt <= now;
}

async function isAccepted(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (isRefusal(error)) {
      return false;
    }
    throw error;
  }
}

/** @returns the entries whose session tokens Palette has revoked at once; one that is dead may make it refuse the others */
async function revokeList(
  { palette }: Revokers,
  entries: Revocation[],
): Promise<Set<number>> {
  const listed = entries.filter(
    ({ isConfirmed, sessionToken, sparesSessionToken }) =>
      sessionToken && isConfirmed && !sparesSessionToken,
  );
  const [first = '', ...others] = listed.map(
    ({ sessionToken = '' }) => sessionToken,
  );
  if (!palette || others.length === 0) {
    return new Set();
  }
  try {
    await palette.revoke(first, ...others);
    return new Set(listed.map(({ id }) => id));
  } catch {
    return new Set();
  }
}

/** Asks nobody any more who has failed too often. */
function untilTired<Arguments extends unknown[], Answer>(
  ask: (...args: Arguments) => Promise<Answer>,
): (...args: Arguments) => Promise<Answer> {
  const failures: unknown[] = [];
  return async (...args) => {
    if (failures.length === MAX_FAILURES) {
      throw failures[0];
    }
    try {
      return await ask(...args);
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
}
