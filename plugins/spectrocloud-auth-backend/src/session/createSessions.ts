import type {
  HttpAuthService,
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  readTrustedPlugins,
  type LoginStateStore,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Request, Router } from 'express';
import type { ConnectTickets } from './ConnectTickets';
import {
  createSessionParts,
  type SessionPartsOptions,
} from './createSessionParts';
import { createSessionRouter } from './createSessionRouter';
import { scheduleRevocations } from './scheduleRevocations';
import { scheduleSweep } from './scheduleSweep';
import type { SessionManager } from './SessionManager';

/** What {@link createSessions} needs. */
export interface SessionsOptions extends SessionPartsOptions {
  services: SessionPartsOptions['services'] & {
    httpAuth: HttpAuthService;
    lifecycle: LifecycleService;
    scheduler: SchedulerService;
  };
  /** Session handles in the cookies of a request, of all environments. */
  readHandles(req: Request): string[];
  /** Sealed session tokens in the cookies of a request, of all environments. */
  readSealed(req: Request): string[];
}

/** What the provider and the module use of sessions. */
export interface Sessions {
  sessions: SessionManager;
  router: Router;
  connectTickets: ConnectTickets;
  loginStates: LoginStateStore;
}

/**
 * Starts all that sessions need, and their routes.
 *
 * A database that is down is no reason to fail here: it is asked on first use.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const { config, services } = options;
  const { auditor, httpAuth, lifecycle, logger, scheduler } = services;
  const parts = createSessionParts(options);
  const { connectTickets, context, handOut, renewer, revoker, userSessions } =
    parts;
  context.stores.prepare().catch(() => {
    // It is logged, and tried again on first use.
  });
  scheduleRevocations({ scheduler, revoker, logger });
  scheduleSweep({ scheduler, stores: context.stores, logger });
  lifecycle.addShutdownHook(async () => {
    parts.pendingEnds.clear();
    await Promise.all([renewer.settled(), revoker.stop()]);
  });
  return {
    sessions: parts.sessions,
    connectTickets,
    loginStates: context.stores.loginStates,
    router: createSessionRouter({
      context,
      auditor,
      connectTickets,
      handOut,
      httpAuth,
      readHandles: options.readHandles,
      readSealed: options.readSealed,
      trustedPlugins: readTrustedPlugins(config),
      userSessions,
    }),
  };
}
