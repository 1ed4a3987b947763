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
  type Keyring,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { ApiTokenCookie } from './ApiTokenCookie';
import { ConnectTickets } from './ConnectTickets';
import { createPalettes } from './createPalettes';
import { EndNotices } from './EndNotices';
import { OwnerConfirmation } from './OwnerConfirmation';
import { OwnSessions } from './OwnSessions';
import { PendingEnds } from './PendingEnds';
import type { SessionContext } from './SessionContext';
import { SessionCloser } from './SessionCloser';
import { SessionEnder } from './SessionEnder';
import type {
  RenewIdToken,
  ResolveOwner,
  SessionEnvironment,
} from './SessionEnvironment';
import type { SessionManager } from './SessionManager';
import { SessionMetrics } from './SessionMetrics';
import { SessionOpener } from './SessionOpener';
import { SessionRefresher } from './SessionRefresher';
import { SessionRenewer } from './SessionRenewer';
import { SessionRestorer } from './SessionRestorer';
import { SessionUses } from './SessionUses';
import { TokenHandOut } from './TokenHandOut';
import { TokenRenewal } from './TokenRenewal';
import { TokenRevoker } from './TokenRevoker';
import { UserSessions } from './UserSessions';

/** What {@link createSessionParts} needs. */
export interface SessionPartsOptions {
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
  resolveOwner: ResolveOwner;
  keyring: Keyring;
  /** Takes the time of each call to Palette's API. */
  callDuration: MetricsServiceHistogram;
  /** The clock; for tests. */
  now?: () => Date;
}

/** The parts of the session, put together. */
export type SessionParts = ReturnType<typeof createSessionParts>;

/** Puts the parts of the session together; nothing is asked of the database yet. */
export function createSessionParts(options: SessionPartsOptions) {
  const { config, keyring, services, now = () => new Date() } = options;
  const { auditor, events, logger } = services;
  const stores = createTokenStore({
    database: services.database,
    keyring,
    logger,
    now,
  });
  const context: SessionContext = {
    stores,
    environments: new Map(options.environments.map(e => [e.name, e])),
    palettes: createPalettes(
      config,
      options.environments,
      options.callDuration,
    ),
    logger,
    metrics: SessionMetrics.create(services.metrics),
    now,
  };
  const cookie = ApiTokenCookie.create({ keyring, now });
  const notices = EndNotices.create({ context, events, auditor });
  const revoker = TokenRevoker.create(context);
  const ender = SessionEnder.create({ context, notices, revoker });
  const confirmation = OwnerConfirmation.create({ context, ender });
  const renewal = TokenRenewal.create({
    context,
    confirmation,
    renewIdToken: options.renewIdToken,
  });
  const renewer = SessionRenewer.create({
    context,
    confirmation,
    ender,
    renewal,
  });
  const pendingEnds = PendingEnds.create({ logger });
  const restorer = SessionRestorer.create({
    context,
    cookie,
    ender,
    pendingEnds,
    resolveOwner: options.resolveOwner,
  });
  const parts = {
    context,
    confirmation,
    cookie,
    ender,
    pendingEnds,
    renewer,
    restorer,
    uses: SessionUses.create(context),
  };
  const handOut = TokenHandOut.create({
    ...parts,
    own: OwnSessions.create(parts),
  });
  const closer = SessionCloser.create(parts);
  const opener = SessionOpener.create({ ...parts, closer });
  const refresher = SessionRefresher.create(parts);
  const sessions: SessionManager = {
    open: request => opener.open(request),
    handOver: request => opener.handOver(request),
    refresh: request => refresher.refresh(request),
    wasReplaced: handle => refresher.wasReplaced(handle),
    end: request => closer.end(request),
    endByCookie: request => closer.endByCookie(request),
  };
  const { loginStates } = stores;
  return {
    context,
    ender,
    connectTickets: ConnectTickets.create({ keyring, loginStates, now }),
    handOut,
    pendingEnds,
    renewer,
    revoker,
    sessions,
    userSessions: UserSessions.create({ context, cookie, ender }),
  };
}
