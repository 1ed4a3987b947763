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
import { claimSession } from './connecting/claimSession';
import { ConnectTickets } from './connecting/ConnectTickets';
import {
  createSessionContext,
  type SessionContextOptions,
} from './createSessionContext';
import { createSessionRouter } from './createSessionRouter';
import { endBrowserSession, endSessionOfCookie } from './ending/endSession';
import { scheduleRevocations } from './ending/scheduleRevocations';
import { scheduleSweep } from './ending/scheduleSweep';
import { identify } from './opening/identify';
import { openSession } from './opening/openSession';
import { noteUser } from './refreshing/noteUser';
import { refreshSession, wasReplaced } from './refreshing/refreshSession';
import type { SessionContext } from './SessionContext';
import type { SessionManager } from './SessionManager';

/** What {@link createSessions} needs. */
export interface SessionsOptions extends SessionContextOptions {
  services: SessionContextOptions['services'] & {
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

/** What happens to the sessions of browsers, one function each. */
export function createSessionManager(context: SessionContext): SessionManager {
  return {
    open: openSession.bind(undefined, context),
    identify: identify.bind(undefined, context),
    handOver: claimSession.bind(undefined, context),
    refresh: refreshSession.bind(undefined, context),
    noteUser: noteUser.bind(undefined, context),
    wasReplaced: wasReplaced.bind(undefined, context),
    end: endBrowserSession.bind(undefined, context),
    endByCookie: endSessionOfCookie.bind(undefined, context),
  };
}

/**
 * Starts all that sessions need, and their routes.
 *
 * A database that is down is no reason to fail here: it is asked on first use.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const { config, services } = options;
  const { httpAuth, lifecycle, logger, scheduler } = services;
  const context = createSessionContext(options);
  const { flights, pendingEnds, revoker, stores } = context;
  stores.prepare().catch(() => {
    // It is logged, and tried again on first use.
  });
  scheduleRevocations({ scheduler, revoker, logger });
  scheduleSweep({ scheduler, stores, logger });
  lifecycle.addShutdownHook(async () => {
    pendingEnds.clear();
    await Promise.all([flights.renewals.settled(), revoker.stop()]);
  });
  const connectTickets = new ConnectTickets(context);
  return {
    sessions: createSessionManager(context),
    connectTickets,
    loginStates: stores.loginStates,
    router: createSessionRouter({
      context,
      connectTickets,
      httpAuth,
      readHandles: options.readHandles,
      readSealed: options.readSealed,
      trustedPlugins: readTrustedPlugins(config),
    }),
  };
}
