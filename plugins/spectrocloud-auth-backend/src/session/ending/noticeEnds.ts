import { stringifyError } from '@backstage/errors';
import {
  SESSION_REVOKED_TOPIC,
  type SessionRevokedEvent,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pTimeout from 'p-timeout';
import type { SessionContext } from '../SessionContext';
import type { EndReason } from '../SessionManager';

/** Nobody waits longer for what follows the end of a session: it has ended. */
const PATIENCE_MS = 2_000;
/** How many sessions one event tells of, so that no event bus finds it too large. */
const MAX_EVENT_SESSIONS = 500;
/** Ends that somebody asked for, in contrast to those that happen. */
const AUDITED: ReadonlySet<EndReason> = new Set<EndReason>([
  'sign-out',
  'user-changed',
  'other-identity',
  'revoked',
]);

/** Sessions of one user in one environment that have ended together. */
export interface EndedSessions {
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
    announceEnds(context, { sessionIds, environment }),
    AUDITED.has(reason) && audit(context, ended),
  ]);
}

/** Tells readers to drop their copies; without it they do after `memoryTtl`. Never throws, or takes long. */
export async function announceEnds(
  context: SessionContext,
  { sessionIds, environment }: SessionRevokedEvent,
): Promise<void> {
  const events: SessionRevokedEvent[] = [];
  for (let from = 0; from < sessionIds.length; from += MAX_EVENT_SESSIONS) {
    const some = sessionIds.slice(from, from + MAX_EVENT_SESSIONS);
    events.push({ sessionIds: some, environment });
  }
  const announcement = Promise.all(
    events.map(async eventPayload =>
      context.events.publish({ topic: SESSION_REVOKED_TOPIC, eventPayload }),
    ),
  ).catch(error =>
    context.logger.warn(
      `The end of ${sessionIds.length} Palette sessions, ${
        sessionIds[0]
      } among them, could not be announced: ${stringifyError(error)}`,
    ),
  );
  await pTimeout<unknown, void>(announcement, {
    milliseconds: PATIENCE_MS,
    fallback: () => {},
  });
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
