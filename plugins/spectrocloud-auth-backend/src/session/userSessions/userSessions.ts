import { NotFoundError } from '@backstage/errors';
import type { SpectroCloudSessionInfo } from '@terasky/backstage-plugin-spectrocloud-common';
import type { SessionSummary } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { endSession, findEndable } from '../ending/endSession';
import { endSessionsOf } from '../ending/endSessionsOf';
import { openCookie } from '../sealedCookie';
import type { SessionContext } from '../SessionContext';
import { sessionDurationMsOf } from '../sessionState';

/**
 * A user's own sessions, wherever they began.
 *
 * @param currentIds - row ids of the asking browser's handles
 */
export async function listUserSessions(
  { stores }: SessionContext,
  userEntityRef: string,
  currentIds: string[],
): Promise<SpectroCloudSessionInfo[]> {
  const sessions = await stores.tokens.listSessions({ userEntityRef });
  return sessions.map(session => toListed(session, currentIds));
}

/** Ends one of a user's own sessions. @throws `NotFoundError` for a session that isn't the user's */
export async function revokeUserSession(
  context: SessionContext,
  userEntityRef: string,
  id: string,
): Promise<void> {
  const session = await findEndable(context, id);
  if (!session || session.waiting || session.userEntityRef !== userEntityRef) {
    throw new NotFoundError('You have no such session');
  }
  await endSession(context, session, 'revoked');
}

/**
 * Signs a user out everywhere, also where a row was lost and only a sealed cookie is left.
 *
 * @param sealedCookies - of the asking browser: its lost sessions' tokens can be revoked at Palette, too
 */
export async function revokeUserSessions(
  context: SessionContext,
  userEntityRef: string,
  sealedCookies: Array<string | undefined> = [],
): Promise<void> {
  const { environments, now, stores } = context;
  const known = await stores.ends.environmentsOf(userEntityRef);
  for (const environment of new Set([
    ...environments.keys(),
    // An environment that isn't served here may be at another replica.
    ...known,
  ])) {
    const durationMs = sessionDurationMsOf(context, environment);
    await stores.ends.forbidRestore(
      { userEntityRef, environment },
      new Date(now().getTime() + durationMs),
    );
  }
  // Only now: what was restored before that was forbidden has a row by then.
  const ended = await endSessionsOf(context, userEntityRef, 'revoked');
  for (const sealedCookie of sealedCookies) {
    const lost = openCookie(context, sealedCookie);
    if (
      lost?.userEntityRef === userEntityRef &&
      !ended.some(({ id }) => id === lost.id)
    ) {
      await endSession(context, lost, 'revoked');
    }
  }
}

function toListed(
  session: SessionSummary,
  currentIds: string[],
): SpectroCloudSessionInfo {
  const { id, environment, email, identity } = session;
  return {
    id,
    environment,
    createdAt: session.createdAt.toISOString(),
    usedAt: session.usedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    current: currentIds.includes(id),
    device: session.device,
    email,
    tenantName: identity?.tenantName,
  };
}
