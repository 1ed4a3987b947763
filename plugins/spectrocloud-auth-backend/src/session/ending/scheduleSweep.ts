import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { TokenCacheStores } from '@terasky/backstage-plugin-spectrocloud-token-cache';

/** Removes dead rows now and then; once across all replicas. */
export function scheduleSweep(options: {
  scheduler: SchedulerService;
  stores: Pick<TokenCacheStores, 'sweep'>;
  logger: LoggerService;
}): void {
  const { logger, scheduler, stores } = options;
  scheduler
    .scheduleTask({
      id: 'spectrocloud-sessions-sweep',
      frequency: { minutes: 10 },
      timeout: { minutes: 5 },
      initialDelay: { minutes: 1 },
      scope: 'global',
      async fn() {
        const { sessions, tombstones, unrevoked, usedStates } =
          await stores.sweep();
        if (unrevoked > 0) {
          logger.warn(
            `The tokens of ${unrevoked} ended Palette sessions were not revoked in time`,
          );
        }
        logger.debug(
          `Swept ${sessions} sessions, ${tombstones} tombstones and ${usedStates} used login states of Palette`,
        );
      },
    })
    .catch(error => {
      logger.error(
        `Expired Palette sessions are not swept: ${stringifyError(error)}`,
      );
    });
}
