import { stringifyError } from '@backstage/errors';
import { sha256 } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { openCookie } from '../sealedCookie';
import type { SessionContext } from '../SessionContext';
import type { EndReason, SessionManager } from '../SessionManager';
import {
  endSession,
  revokesSessionTokens,
  type EndableSession,
  findEndable,
} from './endSession';
import { announceEnds } from './noticeEnds';

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
  const id = sha256(handle);
  const opened = openCookie(context, sealedCookie);
  const known = opened?.id === id ? opened : undefined;
  const ended = await endForGood(context, id, reason, known);
  return ended?.binding === 'sign-in' ? ended.tokens.idToken : undefined;
}

/** Ends the session that a sealed cookie names, if it is one of the environment. Never throws. */
export async function endSessionOfCookie(
  context: SessionContext,
  options: Parameters<SessionManager['endByCookie']>[0],
): Promise<void> {
  const opened = openCookie(context, options.sealedCookie);
  if (opened?.environment === options.environment) {
    await endForGood(context, opened.id, options.reason, opened);
  }
}

/**
 * Ends a session whether or not the database has its row by now. Never throws.
 *
 * @param known - the session as its cookie or its sign-in proves it, also where its row is lost
 * @returns the session that ended, or is to end
 */
export async function endForGood(
  context: SessionContext,
  id: string,
  reason: EndReason,
  known: EndableSession | undefined,
): Promise<EndableSession | undefined> {
  let session: EndableSession | undefined = known;
  const work = async () => {
    session = (await findEndable(context, id)) ?? known;
    // A handle without row and cookie leaves no trace, or anybody could fill the database.
    if (session) {
      await endSession(context, session, reason);
    }
  };
  try {
    await work();
  } catch (error) {
    context.logger.error(
      `Palette session ${id} could not be ended, which is tried again: ${stringifyError(
        error,
      )}`,
    );
    context.pendingEnds.add({ id, isProven: session !== undefined, work });
    if (session) {
      // The row stays for now, but what it holds is worth nothing any more.
      const { environment } = session;
      await announceEnds(context, { sessionIds: [id], environment });
      await context.revoker.revokeUnlisted(session, {
        sparesSessionToken: !revokesSessionTokens(context, environment),
      });
    }
  }
  return session;
}
