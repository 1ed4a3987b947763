import { z } from 'zod';

/** Topic of the event that tells readers to drop their copies of sessions' tokens. @public */
export const SESSION_REVOKED_TOPIC = 'spectrocloud.session-revoked';

/** Payload of {@link SESSION_REVOKED_TOPIC}: nothing that could be used. @public */
export interface SessionRevokedEvent {
  /** Row ids of the sessions. */
  sessionIds: string[];
  /** Their auth environment. */
  environment: string;
}

// An earlier version, which runs beside this one during an upgrade, names one session an event.
const payloadOf = z.union([
  z.object({ sessionIds: z.array(z.string()) }),
  z
    .object({ sessionId: z.string() })
    .transform(({ sessionId }) => ({ sessionIds: [sessionId] })),
]);

/** Row ids of the sessions that an event's payload says have ended; none for any other payload. @public */
export function revokedSessionIds(payload: unknown): string[] {
  return payloadOf.safeParse(payload).data?.sessionIds ?? [];
}
