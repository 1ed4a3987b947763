import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { TokenRevoker } from './TokenRevoker';

/** Has Palette revoke what a restart or an outage has left on the list; once across all replicas. */
export function scheduleRevocations(options: {
  scheduler: SchedulerService;
  revoker: Pick<TokenRevoker, 'workOff'>;
  logger: LoggerService;
}): void {
  const { logger, revoker, scheduler } = options;
  scheduler
    .scheduleTask({
      id: 'spectrocloud-session-revocations',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 10 },
      scope: 'global',
      fn: () => revoker.workOff(),
    })
    .catch(error => {
      logger.error(
        `Tokens of ended Palette sessions are revoked at once or not at all: ${stringifyError(error)}`,
      );
    });
}
