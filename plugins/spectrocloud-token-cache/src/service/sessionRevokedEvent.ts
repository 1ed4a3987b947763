import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import pTimeout from 'p-timeout';
import { z } from 'zod';

/** Topic of the event that tells readers to drop their copies of sessions' tokens. @public */
export const SESSION_REVOKED_TOPIC = 'spectrocloud.session-revoked';

/** How many sessions one event tells of, so that no event bus finds it too large. */
const MAX_SESSIONS = 500;
/** Nobody waits longer for an event bus: the sessions have ended. */
const PATIENCE_MS = 2_000;

/** Payload of {@link SESSION_REVOKED_TOPIC}: nothing that could be used. @public */
export interface SessionRevokedEvent {
  /** Row ids of the sessions. */
  sessionIds: string[];
  /** Their auth environment. */
  environment: string;
}

/** What holds something of sessions for a while. @public */
export interface SessionHolder {
  /** Forgets what it holds of sessions that have ended, named by their row ids. */
  dropSessions(sessionIds: string[]): void;
}

// An earlier version, which runs beside this one during an upgrade, names one session an event.
const payloadOf = z.union([
  z.object({ sessionIds: z.array(z.string()) }),
  z
    .object({ sessionId: z.string() })
    .transform(({ sessionId }) => ({ sessionIds: [sessionId] })),
]);

/**
 * Tells readers to drop their copies; without it they do after `memoryTtl`. Never throws, or takes long.
 *
 * @public
 */
export async function announceRevokedSessions(
  { sessionIds, environment }: SessionRevokedEvent,
  { events, logger }: { events: EventsService; logger: LoggerService },
): Promise<void> {
  const payloads: SessionRevokedEvent[] = [];
  for (let from = 0; from < sessionIds.length; from += MAX_SESSIONS) {
    const some = sessionIds.slice(from, from + MAX_SESSIONS);
    payloads.push({ sessionIds: some, environment });
  }
  const announcement = Promise.all(
    payloads.map(async eventPayload =>
      events.publish({ topic: SESSION_REVOKED_TOPIC, eventPayload }),
    ),
  ).catch(error =>
    logger.warn(
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

/**
 * Has holders forget what they hold of sessions as soon as these end, on whatever replica.
 *
 * Never throws: what is held is held for moments only, so that going on without the
 * events is better than not to start.
 *
 * @param options - `id`: names the subscriber; `otherwise`: what the log is told to
 *   happen without the events
 * @public
 */
export async function dropRevokedSessions(
  holders: SessionHolder[],
  options: {
    id: string;
    events: EventsService;
    logger: LoggerService;
    otherwise: string;
  },
): Promise<void> {
  const { events, id, logger, otherwise } = options;
  try {
    await events.subscribe({
      // Subscribers with one id share the events between them; every replica needs all of them.
      id: `${id}-${randomUUID()}`,
      topics: [SESSION_REVOKED_TOPIC],
      async onEvent({ eventPayload }) {
        const { sessionIds = [] } =
          payloadOf.safeParse(eventPayload).data ?? {};
        holders.forEach(holder => holder.dropSessions(sessionIds));
      },
    });
  } catch (error) {
    logger.warn(`${otherwise}: ${stringifyError(error)}`);
  }
}
