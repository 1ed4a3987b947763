import { stringifyError } from '@backstage/errors';
import type {
  SessionDevice,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pTimeout from 'p-timeout';
import type { SessionContext } from '../SessionContext';
import { environmentOf } from '../sessionState';

/** How often the use of a session is noted; more often where it may be idle for minutes only. */
const MAX_TOUCH_INTERVAL_MS = 60_000;
const TOUCH_SHARE_OF_IDLE_TIMEOUT = 1 / 4;
/** A database that takes no writes must not slow the reads down. */
const TOUCH_PATIENCE_MS = 250;

/** Notes that a session was used, once in a while, so that it doesn't become idle; a failure is no reason to fail. */
export async function noteUse(
  context: SessionContext,
  session: StoredSession,
  device?: SessionDevice,
): Promise<void> {
  const { flights, now, stores } = context;
  const { sessionIdleTimeoutMs } = environmentOf(context, session.environment);
  const idleTimeoutMs = Math.min(
    sessionIdleTimeoutMs,
    // Of a session that waits for its owner.
    session.idleExpiresAt.getTime() - session.usedAt.getTime(),
  );
  const intervalMs = Math.min(
    MAX_TOUCH_INTERVAL_MS,
    idleTimeoutMs * TOUCH_SHARE_OF_IDLE_TIMEOUT,
  );
  const usedAt = now();
  if (
    usedAt.getTime() - session.usedAt.getTime() < intervalMs ||
    flights.uses.has(session.id)
  ) {
    return;
  }
  flights.uses.add(session.id);
  const noted = stores.tokens
    .touch(session.id, {
      usedAt,
      idleExpiresAt: new Date(usedAt.getTime() + idleTimeoutMs),
      device: session.device ? undefined : device,
    })
    .catch(error =>
      context.logger.debug(
        `The use of Palette session ${session.id} was not noted: ${stringifyError(error)}`,
      ),
    )
    .finally(() => flights.uses.delete(session.id));
  await pTimeout<unknown, void>(noted, {
    milliseconds: TOUCH_PATIENCE_MS,
    fallback: () => {},
  });
}
