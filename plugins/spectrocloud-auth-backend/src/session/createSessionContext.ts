import type {
  AuditorService,
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  MetricsService,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type { Config } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  createTokenStore,
  SingleFlight,
  type Keyring,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { createPalettes } from './createPalettes';
import { PendingEnds } from './ending/PendingEnds';
import { TokenRevoker } from './ending/TokenRevoker';
import type { SessionContext } from './SessionContext';
import { systemTime } from './sessionState';
import type {
  RenewIdToken,
  ResolveOwner,
  RevokeRefreshToken,
  SessionEnvironment,
} from './SessionEnvironment';
import { createSessionMetrics } from './SessionMetrics';

/** What {@link createSessionContext} needs. */
export interface SessionContextOptions {
  services: {
    auditor: AuditorService;
    database: DatabaseService;
    events: EventsService;
    logger: LoggerService;
    metrics: MetricsService;
  };
  config: Config;
  environments: SessionEnvironment[];
  renewIdToken: RenewIdToken;
  revokeRefreshToken: RevokeRefreshToken;
  resolveOwner: ResolveOwner;
  keyring: Keyring;
  /** Takes the time of each call to Palette's API. */
  callDuration: MetricsServiceHistogram;
  /** The clock; for tests. */
  now?: () => Date;
}

/** Puts together what all that happens to sessions shares; nothing is asked of the database yet. */
export function createSessionContext(
  options: SessionContextOptions,
): SessionContext {
  const { callDuration, config, keyring, services } = options;
  const { renewIdToken, resolveOwner, now = systemTime } = options;
  const { auditor, database, events, logger, metrics } = services;
  const stores = createTokenStore({ database, keyring, logger, now });
  const palettes = createPalettes(config, options.environments, callDuration);
  const environments = new Map(options.environments.map(e => [e.name, e]));
  return {
    stores,
    keyring,
    environments,
    palettes,
    renewIdToken,
    resolveOwner,
    flights: {
      confirmations: new SingleFlight(),
      renewals: new SingleFlight(),
      restorations: new SingleFlight(),
      uses: new Set(),
    },
    saidTooLarge: new Set(),
    pendingEnds: new PendingEnds(logger),
    revoker: new TokenRevoker({
      stores,
      environments,
      palettes,
      logger,
      now,
      revokeRefreshToken: options.revokeRefreshToken,
    }),
    auditor,
    events,
    logger,
    metrics: createSessionMetrics(metrics),
    now,
  };
}
