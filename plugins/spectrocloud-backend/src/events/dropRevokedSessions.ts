import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  revokedSessionIds,
  SESSION_REVOKED_TOPIC,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { DecisionCache } from '../permissions/DecisionCache';
import type { ReadCache } from '../reads/ReadCache';

/** Forgets what was read and decided in a session as soon as it is revoked. */
export async function dropRevokedSessions(
  { cache, decisions }: { cache: ReadCache; decisions: DecisionCache },
  events: EventsService,
  logger: LoggerService,
): Promise<void> {
  try {
    await events.subscribe({
      // Subscribers with one id share the events; every replica needs all of them.
      id: `spectrocloud-reads-${randomUUID()}`,
      topics: [SESSION_REVOKED_TOPIC],
      async onEvent({ eventPayload }) {
        cache.dropSessions(revokedSessionIds(eventPayload));
        // Whose session it was, decisions don't say.
        decisions.clear();
      },
    });
  } catch {
    // Lists are asked for with the session's token on every request anyway, and live for seconds.
    logger.warn(
      'Lists of revoked Palette sessions are dropped only after spectrocloud.listTtl',
    );
  }
}
