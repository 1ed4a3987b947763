import { stringifyError } from '@backstage/errors';
import {
  announceRevokedSessions,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pTimeout from 'p-timeout';
import { openCookie } from '../sealedCookie';
import type { SessionContext } from '../SessionContext';
import type { EndReason, SessionManager } from '../SessionManager';
import { revivableUntil, sessionIdOf } from '../sessionState';
import {
  isRevoking,
  revocationScope,
  revokesSessionTokens,
} from './revokeTokens';
import { revokeOrphaned } from './TokenRevoker';

/** Ends of a session whose browser has got other cookies, or none: an answer that comes late must leave those of the next session alone. */
const REPLACING: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'replaced',
  'handed-over',
]);

/** Nobody waits longer for the auditor: the session has ended. */
const PATIENCE_MS = 2_000;
/** Ends that somebody asked for, in contrast to those that happen. */
const AUDITED: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'user-changed',
  'other-identity',
  'revoked',
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
  const scope = revocationScope(context, reason, [environment], session);
  const removed = await context.stores.ends.removeSessionToken({
    id,
    until: revivableUntil(context, session),
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
        : revokeOrphaned(context, session, {
            sparesSessionToken: scope.revokeIn.length === 0,
          })),
  ]);
  return true;
}

/**
 * Ends the session of a handle, for good: where the database can't do it now, it is tried again. Never throws.
 *
 * @returns its last ID token, if it had one and whoever holds the handle may see it
 */
export async function endBrowserSession(
  context: SessionContext,
  options: Parameters<SessionManager['end']>[0],
): Promise<string | undefined> {
  const { handle, reason, sealedCookie } = options;
  const id = sessionIdOf(handle);
  const ended = await endForGood(context, id, reason, () => {
    const opened = openCookie(context, sealedCookie);
    return opened?.id === id ? opened : undefined;
  });
  return ended?.binding === 'sign-in' ? ended.tokens.idToken : undefined;
}

/** Ends the session that a sealed cookie names, if it is one of the environment. Never throws. */
export async function endSessionOfCookie(
  context: SessionContext,
  options: Parameters<SessionManager['endByCookie']>[0],
): Promise<void> {
  const opened = openCookie(context, options.sealedCookie);
  if (opened?.environment === options.environment) {
    await endForGood(context, opened.id, options.reason, () => opened);
  }
}

/**
 * Ends a session whether or not the database has its row by now. Never throws.
 *
 * @param prove - the session as its cookie or its sign-in proves it, where the row doesn't
 * @returns the session that ended, or is to end
 */
export async function endForGood(
  context: SessionContext,
  id: string,
  reason: EndReason,
  prove: () => EndableSession | undefined,
): Promise<EndableSession | undefined> {
  let session: EndableSession | undefined;
  const work = async () => {
    session = (await findEndable(context, id)) ?? prove();
    // A handle without row and cookie leaves no trace, or anybody could fill the database.
    if (session) {
      await endSession(context, session, reason);
    }
  };
  try {
    await work();
  } catch (error) {
    session ??= prove();
    context.logger.error(
      `Palette session ${id} could not be ended, which is tried again: ${stringifyError(
        error,
      )}`,
    );
    context.pendingEnds.add({ id, isProven: session !== undefined, work });
    if (session) {
      // The row stays for now, but what it holds is worth nothing any more.
      const { environment } = session;
      await announceRevokedSessions({ sessionIds: [id], environment }, context);
      await context.revoker.revokeUnlisted(session, {
        sparesSessionToken: !revokesSessionTokens(context, environment),
      });
    }
  }
  return session;
}

/** Sessions of one user in one environment that have ended together. */
interface EndedSessions {
  sessionIds: string[];
  userEntityRef: string;
  environment: string;
  reason: EndReason;
}

/** Counts, logs, announces and audits the end of sessions. Never throws, or takes long. */
export async function noticeEnds(
  context: SessionContext,
  ended: EndedSessions,
): Promise<void> {
  const { sessionIds, userEntityRef, environment, reason } = ended;
  context.metrics.ends.add(sessionIds.length, { reason });
  for (const id of sessionIds) {
    context.logger.debug(
      `Palette session ${id} of ${userEntityRef} (${environment}) dropped: ${reason}`,
    );
  }
  await Promise.all([
    announceRevokedSessions({ sessionIds, environment }, context),
    AUDITED.has(reason) && audit(context, ended),
  ]);
}

async function audit(
  context: SessionContext,
  { sessionIds, userEntityRef, environment, reason }: EndedSessions,
): Promise<void> {
  const [sessionId, ...others] = sessionIds;
  const meta = {
    userEntityRef,
    environment,
    reason,
    ...(others.length > 0 ? { sessions: sessionIds.length } : { sessionId }),
  };
  const event = context.auditor
    .createEvent({ eventId: 'spectrocloud-sign-out', meta })
    .then(created => created.success())
    .catch(error =>
      context.logger.error(
        `A sign-out could not be audited: ${stringifyError(error)}`,
      ),
    );
  await pTimeout(event, { milliseconds: PATIENCE_MS, fallback: () => {} });
}
