import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Keyring } from '../sealing/Keyring';
import { LoginStateStore } from './LoginStateStore';
import { RenewalLeases } from './RenewalLeases';
import { Revocations } from './Revocations';
import { SessionEnds } from './SessionEnds';
import { sweepTokenDatabase, type SweepResult } from './sweep';
import { TokenDatabase } from './TokenDatabase';
import { TokenStore } from './TokenStore';

/** The parts of the token cache that share one database. @public */
export interface TokenCacheStores {
  /** The rows. */
  tokens: TokenStore;
  /** Who may renew a row. */
  leases: RenewalLeases;
  /** How rows end. */
  ends: SessionEnds;
  /** What Palette is yet to revoke. */
  revocations: Revocations;
  /** What may be used once only. */
  loginStates: LoginStateStore;
  /** Brings the database to our schema; the first use does it otherwise. */
  prepare(): Promise<void>;
  /** Removes what is over. */
  sweep(): Promise<SweepResult>;
}

/**
 * Opens the token cache in the database of its owner, the auth plugin.
 *
 * Nothing is asked of the database before `prepare` or the first use.
 *
 * @public
 */
export function createTokenStore(options: {
  database: DatabaseService;
  keyring: Keyring;
  logger: LoggerService;
  /** Limit of each piece of work in the database, in milliseconds; 5 seconds by default. */
  databaseTimeoutMs?: number;
  now?: () => Date;
}): TokenCacheStores {
  const { keyring, logger, now = () => new Date() } = options;
  const database = new TokenDatabase({
    database: options.database,
    logger,
    timeoutMs: options.databaseTimeoutMs,
  });
  return {
    tokens: new TokenStore({ database, keyring, logger, now }),
    leases: new RenewalLeases({ database, keyring }),
    ends: new SessionEnds({ database, now }),
    revocations: new Revocations({ database, keyring, now }),
    loginStates: new LoginStateStore(database),
    prepare: () => database.run(async () => undefined),
    sweep: () => sweepTokenDatabase(database, now()),
  };
}
