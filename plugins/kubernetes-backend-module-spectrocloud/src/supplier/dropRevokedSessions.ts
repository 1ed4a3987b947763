import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { SESSION_REVOKED_TOPIC } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { CallerClusters } from './CallerClusters';

/** Forgets the lists as soon as a session is revoked; whose it was, they don't say. */
export async function dropRevokedSessions(
  palettes: CallerClusters[],
  events: EventsService,
  logger: LoggerService,
): Promise<void> {
  try {
    await events.subscribe({
      // Subscribers with one id share the events; every replica needs all of them.
      id: `kubernetes-spectrocloud-clusters-${randomUUID()}`,
      topics: [SESSION_REVOKED_TOPIC],
      async onEvent() {
        palettes.forEach(palette => palette.forget());
      },
    });
  } catch {
    logger.warn(
      'The clusters of ended Palette sessions are dropped only after refreshIntervalSeconds',
    );
  }
}
