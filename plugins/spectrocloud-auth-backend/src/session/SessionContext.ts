import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
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

/** Longest life of a session where its environment is no longer served, so that nothing else tells. */
const UNSERVED_SESSION_DURATION_MS = 30 * 24 * 3_600_000;

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

/** The clock of this process. */
export function systemTime(): Date {
  return new Date();
}

/** @throws `NotFoundError` for an environment that isn't served */
export function environmentOf(
  { environments }: Pick<SessionContext, 'environments'>,
  name: string,
): SessionEnvironment {
  const served = environments.get(name);
  if (!served) {
    throw new NotFoundError(
      `There is no auth environment '${name}' of the spectrocloud provider`,
    );
  }
  return served;
}

/** How long a session can live, also where its environment isn't served here, in milliseconds. */
export function sessionDurationMsOf(
  { environments }: Pick<SessionContext, 'environments'>,
  name: string,
): number {
  return (
    environments.get(name)?.sessionDurationMs ?? UNSERVED_SESSION_DURATION_MS
  );
}

/** @throws `NotFoundError` for an environment whose tokens are for no Palette */
export function paletteOf(
  { palettes }: Pick<SessionContext, 'palettes'>,
  environment: string,
): PaletteSessionApi {
  const palette = palettes.get(environment);
  if (!palette) {
    throw new NotFoundError(
      `No entry of spectrocloud.environments takes the tokens of auth environment '${environment}'`,
    );
  }
  return palette;
}
