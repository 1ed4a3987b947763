import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  Keyring,
  PaletteSessionApi,
  SingleFlight,
  StoredSession,
  TokenCacheStores,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { PendingEnds } from './ending/PendingEnds';
import type { TokenRevoker } from './ending/TokenRevoker';
import type {
  RenewIdToken,
  ResolveOwner,
  SessionEnvironment,
} from './SessionEnvironment';
import type { SessionMetrics } from './SessionMetrics';

/** Work on sessions that all who ask for it at the same time share. */
export interface SessionFlights {
  confirmations: SingleFlight<StoredSession | undefined>;
  renewals: SingleFlight<StoredSession | undefined>;
  restorations: SingleFlight<StoredSession | undefined>;
  /** Sessions whose use is being noted: nobody waits for, or asks, the same row twice. */
  uses: Set<string>;
}

/** What all that happens to sessions shares. */
export interface SessionContext {
  stores: TokenCacheStores;
  keyring: Keyring;
  environments: ReadonlyMap<string, SessionEnvironment>;
  /** By auth environment; only of those that an entry of `spectrocloud.environments` names. */
  palettes: ReadonlyMap<string, PaletteSessionApi>;
  renewIdToken: RenewIdToken;
  resolveOwner: ResolveOwner;
  flights: SessionFlights;
  /** Environments whose sessions were said to be too large for a sealed cookie. */
  saidTooLarge: Set<string>;
  pendingEnds: PendingEnds;
  revoker: TokenRevoker;
  auditor: AuditorService;
  events: EventsService;
  logger: LoggerService;
  metrics: SessionMetrics;
  now: () => Date;
}
