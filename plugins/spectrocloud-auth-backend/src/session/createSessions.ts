import type {
  AuditorService,
  DatabaseService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Config } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  createTokenStore,
  Keyring,
  readTrustedPlugins,
  type LoginStateStore,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Request, Router } from 'express';
import { ApiTokenCookie } from './ApiTokenCookie';
import { ConnectTickets } from './ConnectTickets';
import { createPalettes } from './createPalettes';
import { createSessionRouter } from './createSessionRouter';
import { DefaultSessionManager } from './DefaultSessionManager';
import { OwnerConfirmation } from './OwnerConfirmation';
import { scheduleSweep } from './scheduleSweep';
import type { SessionContext } from './SessionContext';
import { SessionEnder } from './SessionEnder';
import type { RenewIdToken, SessionEnvironment } from './SessionEnvironment';
import type { SessionManager } from './SessionManager';
import { SessionMetrics } from './SessionMetrics';
import { SessionRenewer } from './SessionRenewer';
import { SessionRestorer } from './SessionRestorer';
import { TokenHandOut } from './TokenHandOut';
import { TokenRenewal } from './TokenRenewal';
import { UserSessions } from './UserSessions';

/** What {@link createSessions} needs. */
export interface SessionsOptions {
  services: {
    auditor: AuditorService;
    database: DatabaseService;
    events: EventsService;
    httpAuth: HttpAuthService;
    lifecycle: LifecycleService;
    logger: LoggerService;
    metrics?: MetricsService;
    scheduler: SchedulerService;
  };
  config: Config;
  environments: SessionEnvironment[];
  renewIdToken: RenewIdToken;
  /** Session handles in the cookies of a request, of all environments. */
  readHandles(req: Request): string[];
  keyring?: Keyring;
  /** The clock; for tests. */
  now?: () => Date;
}

/** What the provider and the module use of sessions. */
export interface Sessions {
  sessions: SessionManager;
  router: Router;
  connectTickets: ConnectTickets;
  loginStates: LoginStateStore;
  keyring: Keyring;
}

/**
 * Puts the parts of the session together.
 *
 * A database that is down is no reason to fail here: it is asked on first use.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const { config, services, now = () => new Date() } = options;
  const { auditor, events, logger } = services;
  const keyring = options.keyring ?? Keyring.fromConfig(config);
  const stores = createTokenStore({
    database: services.database,
    keyring,
    logger,
    now,
  });
  const context: SessionContext = {
    stores,
    keyring,
    environments: new Map(options.environments.map(e => [e.name, e])),
    palettes: createPalettes(config, options.environments),
    logger,
    metrics: SessionMetrics.create(services.metrics),
    now,
  };
  const cookie = ApiTokenCookie.create({ keyring, now });
  const ender = SessionEnder.create({ context, events, auditor });
  const renewal = TokenRenewal.create({
    context,
    renewIdToken: options.renewIdToken,
  });
  const renewer = SessionRenewer.create({ context, ender, renewal });
  const restorer = SessionRestorer.create({ context, cookie, ender });
  const confirmation = OwnerConfirmation.create({ context, ender });
  const handOut = TokenHandOut.create({
    context,
    confirmation,
    cookie,
    ender,
    renewer,
    restorer,
  });
  const { loginStates } = stores;
  const connectTickets = ConnectTickets.create({ keyring, loginStates, now });
  scheduleSweep({ scheduler: services.scheduler, stores, logger });
  services.lifecycle.addShutdownHook(() => renewer.settled());
  return {
    keyring,
    loginStates,
    connectTickets,
    sessions: DefaultSessionManager.create({
      context,
      confirmation,
      cookie,
      ender,
      handOut,
      renewer,
      restorer,
    }),
    router: createSessionRouter({
      context,
      auditor,
      connectTickets,
      handOut,
      httpAuth: services.httpAuth,
      readHandles: options.readHandles,
      trustedPlugins: readTrustedPlugins(config),
      userSessions: UserSessions.create({ context, ender }),
    }),
  };
}
