import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CLUSTER_CHANGED_TOPIC,
  USER_MISSING_TOPIC,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { PaletteEntityProvider } from './PaletteEntityProvider';

const UID = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
const userMissing = z.object({
  environment: z.string(),
  userUid: UID,
  tenantUid: UID,
});
const clusterChanged = z.object({
  instance: z.string(),
  projectUid: UID,
  clusterUid: UID,
  change: z.enum(['created', 'changed', 'deleted']),
});
/** Somebody who tries again and again is read once a minute. */
const USER_PAUSE_MS = 60_000;
const MAX_USERS = 10_000;

/** Keeps the catalog up to date between runs. One replica gets each event. */
export async function subscribeToEvents(
  providers: PaletteEntityProvider[],
  options: {
    events: EventsService;
    logger: LoggerService;
    /** The clock, in milliseconds. */
    now?: () => number;
  },
): Promise<void> {
  const { events, logger, now = () => performance.now() } = options;
  const asked = new LRUCache<string, true>({
    max: MAX_USERS,
    ttl: USER_PAUSE_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const tellAll = async (
    what: string,
    tell: (provider: PaletteEntityProvider) => Promise<void>,
  ) => {
    for (const provider of providers) {
      try {
        await tell(provider);
      } catch (error) {
        logger.warn(
          `${what} reaches the catalog only with the next run of ${provider.getProviderName()}: ${stringifyError(error)}`,
        );
      }
    }
  };
  await events.subscribe({
    id: 'catalog-spectrocloud',
    topics: [USER_MISSING_TOPIC, CLUSTER_CHANGED_TOPIC],
    async onEvent({ topic, eventPayload }) {
      if (topic === USER_MISSING_TOPIC) {
        const { data: event } = userMissing.safeParse(eventPayload);
        if (!event) return;
        const key = JSON.stringify(event);
        if (asked.has(key)) return;
        asked.set(key, true);
        await tellAll('A new user', provider => provider.addUser(event));
      } else {
        const { data: event } = clusterChanged.safeParse(eventPayload);
        if (!event) return;
        await tellAll(`A ${event.change} cluster`, provider =>
          provider.updateCluster(event),
        );
      }
    },
  });
}
