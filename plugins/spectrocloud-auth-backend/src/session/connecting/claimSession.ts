import type { NewSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { endSession } from '../ending/endSession';
import { endOthers } from '../opening/openSession';
import { settle } from '../renewing/renewSession';
import { sealCookie } from '../sealedCookie';
import type { SessionContext } from '../SessionContext';
import { environmentOf, sessionIdOf } from '../sessionState';
import type { SessionManager } from '../SessionManager';

/**
 * Makes a connection that waits the session of its user, who has been recognised.
 *
 * @returns undefined when there is no such session any more
 * @throws `ServiceUnavailableError` when it can't be done now
 */
export async function claimSession(
  context: SessionContext,
  options: Parameters<SessionManager['handOver']>[0],
): Promise<{ setCookie?: string } | undefined> {
  const { ends, tokens } = context.stores;
  const { handle, to } = options;
  const waiting = await tokens.getSession(sessionIdOf(handle));
  // A token that is being renewed would be worth nothing in the new row.
  const found = waiting && (await settle(context, waiting));
  if (!found) {
    return undefined;
  }
  const environment = environmentOf(context, found.environment);
  const session: NewSession = {
    ...found,
    id: sessionIdOf(to.handle),
    userEntityRef: to.userEntityRef,
    waiting: undefined,
    idleExpiresAt: new Date(
      context.now().getTime() + environment.sessionIdleTimeoutMs,
    ),
  };
  if (await ends.isEnded(session)) {
    // The user has signed out, here or everywhere, since it began.
    await endSession(context, found, 'revoked');
    return undefined;
  }
  if (!(await tokens.moveSession(found, session))) {
    // It was ended, claimed or renewed since it was read.
    return claimSession(context, options);
  }
  if (await ends.isEnded(session)) {
    await endSession(context, session, 'revoked');
    return undefined;
  }
  await endOthers(context, session);
  return { setCookie: sealCookie(context, session, environment) };
}
