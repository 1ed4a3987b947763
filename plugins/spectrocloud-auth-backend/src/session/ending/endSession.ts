import type {
  EndedSession,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pTimeout from 'p-timeout';
import { sessionDurationMsOf, type SessionContext } from '../SessionContext';
import type { EndReason } from '../SessionManager';
import { noticeEnds } from './noticeEnds';

/** Nobody waits longer for the list of what Palette is to revoke. */
const LIST_PATIENCE_MS = 2_000;
/** Ends after which nobody should use the token any more. */
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
  | 'binding'
  | 'createdAt'
  | 'tokens'
  | 'identity'
  | 'formerIdentity'
>;

/** The session of a row id, be it one that no key opens here: it can be ended, only its token can't be revoked. */
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
 * Ends a session, whatever token its row has by now: tombstone, row, readers' copies, and the token at Palette.
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
  const revokeIn = revokingIn(context, reason, [environment]);
  const removed = await context.stores.ends.removeSessionToken({
    id,
    until: untilOf(context, session),
    replacedAt: REPLACING.has(reason) ? context.now() : undefined,
    revokeIn,
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
    revokeIn.length > 0 &&
      (removed
        ? context.revoker.revokeOf(session)
        : revokeToken(context, session)),
  ]);
  return true;
}

/**
 * Ends sessions of one user, all at once; Palette is asked afterwards, which nobody waits for.
 *
 * @param options - `ids`: these only; `sparesTokens`: Palette is not asked to revoke any
 * @returns those that were there
 * @throws `ServiceUnavailableError` when the database can't end them: none has ended then
 */
export async function endSessionsOf(
  context: SessionContext,
  userEntityRef: string,
  reason: EndReason,
  options: { ids?: string[]; sparesTokens?: boolean } = {},
): Promise<EndedSession[]> {
  const { ids, sparesTokens } = options;
  if (ids?.length === 0) {
    return [];
  }
  const ended = await context.stores.ends.end({
    userEntityRef,
    ids,
    revokeIn: sparesTokens ? [] : revokingIn(context, reason),
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

/** Has Palette revoke a token that is in no row any more, best effort. Never throws. */
export async function revokeToken(
  context: SessionContext,
  session: EndableSession,
): Promise<void> {
  if (!session.tokens.sessionToken) {
    return;
  }
  const { revoker, stores } = context;
  const until =
    session.tokens.sessionTokenExpiresAt ?? untilOf(context, session);
  const work = stores.revocations.add(session, until).then(
    () => revoker.revokeOf(session),
    () => revoker.revokeUnlisted(session),
  );
  await pTimeout(work, {
    milliseconds: LIST_PATIENCE_MS,
    fallback: () => {},
  });
}

/** Whether Palette is to revoke tokens of an environment after a sign-out. */
export function isRevoking(
  context: SessionContext,
  environment: string,
): boolean {
  return revokingIn(context, 'revoked', [environment]).length > 0;
}

/** Those of the environments whose Palette is to revoke tokens after such an end. */
function revokingIn(
  { environments }: SessionContext,
  reason: EndReason,
  names = [...environments.keys()],
): string[] {
  return REVOKING.has(reason)
    ? names.filter(name => environments.get(name)?.revokeOnSignOut)
    : [];
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
