import type {
  EndedSession,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pTimeout from 'p-timeout';
import { sessionDurationMsOf, type SessionContext } from '../SessionContext';
import type { EndReason } from '../SessionManager';
import { isGrantToken, isUndecided } from '../sessionState';
import { noticeEnds } from './noticeEnds';

/** Nobody waits longer for the list of what Palette is to revoke. */
const LIST_PATIENCE_MS = 2_000;
/** Ends after which nobody should use the session token any more. */
const REVOKING: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'user-changed',
  'other-identity',
  'replaced',
  'revoked',
  'over-limit',
]);
/** Ends of a session whose browser has got other cookies, or none: an answer that comes late must leave those of the next session alone. */
const REPLACING: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'replaced',
  'handed-over',
]);

/** What is needed to end a session, whose row may be lost. */
export type EndableSession = Pick<
  StoredSession,
  | 'id'
  | 'userEntityRef'
  | 'waiting'
  | 'environment'
  | 'issuer'
  | 'binding'
  | 'createdAt'
  | 'tokens'
  | 'identity'
  | 'formerIdentity'
>;

/** The session of a row id, be it one that no key opens here: it can be ended, only its tokens can't be revoked. */
export async function findEndable(
  { stores }: Pick<SessionContext, 'stores'>,
  id: string,
): Promise<EndableSession | undefined> {
  const session = await stores.tokens.getSession(id);
  if (session) {
    return session;
  }
  const summary = await stores.tokens.getSummary(id);
  if (!summary) {
    return undefined;
  }
  const { sessionTokenExpiresAt } = summary;
  return { ...summary, tokens: { sessionTokenExpiresAt } };
}

/**
 * Ends a session, whatever token its row has by now: tombstone, row, readers' copies, and the tokens at Palette and the OpenID provider.
 *
 * @param only - end it only if the row still has this version, and this lease
 * @returns false when the condition didn't hold: somebody renewed or ended it meanwhile
 * @throws `ServiceUnavailableError` when the database can't end it
 */
export async function endSession(
  context: SessionContext,
  session: EndableSession,
  reason: EndReason,
  only?: { version: number; leaseId?: string },
): Promise<boolean> {
  const { id, environment, waiting } = session;
  const { userEntityRef } = waiting ?? session;
  const scope = scopeOf(context, reason, [environment], session);
  const removed = await context.stores.ends.removeSessionToken({
    id,
    until: untilOf(context, session),
    replacedAt: REPLACING.has(reason) ? context.now() : undefined,
    ...scope,
    ...only,
  });
  if (only && !removed) {
    return false;
  }
  await Promise.all([
    noticeEnds(context, {
      sessionIds: [id],
      userEntityRef,
      environment,
      reason,
    }),
    isRevoking(scope) &&
      (removed
        ? context.revoker.revokeOf(session)
        : revokeToken(context, session, {
            sparesSessionToken: scope.revokeIn.length === 0,
          })),
  ]);
  return true;
}

/**
 * Ends sessions of one user, all at once; Palette is asked afterwards, which nobody waits for.
 *
 * @param options - `ids`: these only; `sparesSessionTokens`: Palette is not asked to revoke any
 * @returns those that were there
 * @throws `ServiceUnavailableError` when the database can't end them: none has ended then
 */
export async function endSessionsOf(
  context: SessionContext,
  userEntityRef: string,
  reason: EndReason,
  options: { ids?: string[]; sparesSessionTokens?: boolean } = {},
): Promise<EndedSession[]> {
  const { ids, sparesSessionTokens } = options;
  if (ids?.length === 0) {
    return [];
  }
  const ended = await context.stores.ends.end({
    userEntityRef,
    ids,
    ...(sparesSessionTokens
      ? { revokeRefreshIn: [...context.environments.keys()] }
      : scopeOf(context, reason, [...context.environments.keys()])),
  });
  if (ended.length === 0) {
    return ended;
  }
  // It never throws, and what is left of it is done after the next start.
  context.revoker.workOff();
  const environments = new Set(ended.map(({ environment }) => environment));
  await Promise.all(
    [...environments].map(environment => {
      const those = ended.filter(one => one.environment === environment);
      const sessionIds = those.map(({ id }) => id);
      return noticeEnds(context, {
        sessionIds,
        userEntityRef,
        environment,
        reason,
      });
    }),
  );
  return ended;
}

/** Has tokens revoked that are in no row any more, best effort. Never throws. */
export async function revokeToken(
  context: SessionContext,
  session: EndableSession,
  options: { sparesSessionToken?: boolean } = {},
): Promise<void> {
  const { refreshToken, sessionToken } = session.tokens;
  if (!sessionToken && !refreshToken) {
    return;
  }
  const { revoker, stores } = context;
  // A lapsed session token needs no revocation; how long a refresh token lives, nobody tells.
  const until =
    (refreshToken ? undefined : session.tokens.sessionTokenExpiresAt) ??
    untilOf(context, session);
  const work = stores.revocations.add(session, until, options).then(
    () => revoker.revokeOf(session),
    () => revoker.revokeUnlisted(session, options),
  );
  await pTimeout(work, {
    milliseconds: LIST_PATIENCE_MS,
    fallback: () => {},
  });
}

/** Whether Palette is to revoke the session tokens of an environment after a sign-out. */
export function revokesSessionTokens(
  { environments }: Pick<SessionContext, 'environments'>,
  environment: string,
): boolean {
  return environments.get(environment)?.revokeOnSignOut ?? false;
}

/** Which tokens are to be revoked after such an end, in which of the environments that are served. */
interface Scope {
  revokeIn: string[];
  revokeRefreshIn: string[];
}

function scopeOf(
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

function isRevoking({ revokeIn, revokeRefreshIn }: Scope): boolean {
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

/** For so long a sealed cookie could revive the session, be it by the refresh grant once the session token has lapsed. */
function untilOf(
  context: SessionContext,
  { createdAt, environment, tokens }: EndableSession,
): Date {
  const durationMs = sessionDurationMsOf(context, environment);
  const limit = createdAt.getTime() + durationMs;
  return new Date(
    Math.max(limit, tokens.sessionTokenExpiresAt?.getTime() ?? limit),
  );
}
