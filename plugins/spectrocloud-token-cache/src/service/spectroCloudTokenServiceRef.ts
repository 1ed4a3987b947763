import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import type { SpectroCloudTokenService } from '../SpectroCloudTokenService';
import { readMemoryTtlMs } from '../tokenCacheConfig';
import { HttpTokenService } from './HttpTokenService';
import { SESSION_REVOKED_TOPIC } from './sessionRevokedEvent';
import { TokenMemory } from './TokenMemory';

/**
 * Gives a backend plugin its caller's Palette session token.
 *
 * The default factory only holds a client of the auth plugin, so that several
 * installed copies of this library do no harm.
 *
 * @public
 */
export const spectroCloudTokenServiceRef =
  createServiceRef<SpectroCloudTokenService>({
    id: 'spectrocloud.token',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          auth: coreServices.auth,
          config: coreServices.rootConfig,
          discovery: coreServices.discovery,
          events: eventsServiceRef,
          logger: coreServices.logger,
        },
        async factory({ auth, config, discovery, events, logger }) {
          const memory = new TokenMemory({ ttlMs: readMemoryTtlMs(config) });
          await dropRevokedSessions(memory, events, logger);
          return new HttpTokenService({ auth, discovery, memory });
        },
      }),
  });

/** Without the events the copy is dropped after `memoryTtl`, so their failure is no reason to fail. */
async function dropRevokedSessions(
  memory: TokenMemory,
  events: EventsService,
  logger: LoggerService,
): Promise<void> {
  try {
    await events.subscribe({
      // Subscribers with one id share the events between them; every replica needs all of them.
      id: `spectrocloud-token-memory-${randomUUID()}`,
      topics: [SESSION_REVOKED_TOPIC],
      onEvent: memory.onRevoked,
    });
  } catch (error) {
    logger.warn(
      `Revoked Palette sessions are noticed only after memoryTtl: ${stringifyError(
        error,
      )}`,
    );
  }
}
