import {
  announceRevokedSessions,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { renewalUnderWay } from '../confirming/confirmSession';
import type { SessionContext } from '../SessionContext';
import type { SessionManager } from '../SessionManager';
import { sessionIdOf } from '../sessionState';

/** Longest time for writing it. */
const LEASE_MS = 8_000;

/**
 * Notes whether the catalog has a user for a session: while it hasn't, the session gives no tokens to plugins.
 *
 * @returns since when it hasn't
 * @throws `ServiceUnavailableError` when it can't be noted now
 */
export async function noteUser(
  context: SessionContext,
  { handle, isMissing }: Parameters<SessionManager['noteUser']>[0],
): Promise<Date | undefined> {
  const session = await context.stores.tokens.getSession(sessionIdOf(handle));
  if (!session || (session.userMissingSince !== undefined) === isMissing) {
    return session?.userMissingSince;
  }
  const since = isMissing ? context.now() : undefined;
  await write(context, { ...session, userMissingSince: since });
  if (isMissing) {
    const { id, environment } = session;
    // Readers drop their copies of its token.
    await announceRevokedSessions({ sessionIds: [id], environment }, context);
  }
  return since;
}

async function write(
  { stores }: SessionContext,
  session: StoredSession,
): Promise<void> {
  const lease = await stores.leases.take(session, LEASE_MS);
  if (
    !lease ||
    !(await stores.leases.complete(lease, session, session.renewAfter))
  ) {
    throw renewalUnderWay();
  }
}
