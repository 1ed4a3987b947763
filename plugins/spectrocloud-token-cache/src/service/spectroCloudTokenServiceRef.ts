import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { SpectroCloudTokenService } from '../SpectroCloudTokenService';
import { readMemoryTtlMs } from '../tokenCacheConfig';
import { HttpTokenService } from './HttpTokenService';
import { dropRevokedSessions } from './sessionRevokedEvent';
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
          await dropRevokedSessions([memory], {
            id: 'spectrocloud-token-memory',
            events,
            logger,
            otherwise:
              'Revoked Palette sessions are noticed only after memoryTtl',
          });
          return new HttpTokenService({ auth, discovery, memory });
        },
      }),
  });
