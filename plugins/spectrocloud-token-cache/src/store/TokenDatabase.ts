import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import pTimeout from 'p-timeout';
import { isSupportedClient } from './checkDatabaseClient';
import { migrateTokenDatabase } from './migrateTokenDatabase';

export const SESSIONS = 'spectrocloud_sessions';
export const TOMBSTONES = 'spectrocloud_tombstones';
export const USED_STATES = 'spectrocloud_used_states';
export const REVOCATIONS = 'spectrocloud_revocations';

const DEFAULT_TIMEOUT_MS = 5_000;
/** Of the time limit: a migration fails before the work that waits for it, so that the log says why. */
const MIGRATION_SHARE = 0.6;
const LOG_INTERVAL_MS = 10_000;

/** What {@link TokenDatabase} needs. */
export interface TokenDatabaseOptions {
  database: DatabaseService;
  logger: LoggerService;
  /** Limit of each piece of work, in milliseconds; 5 seconds by default. */
  timeoutMs?: number;
}

/**
 * The auth plugin's database, brought to our schema on first use.
 *
 * Every failure is a `ServiceUnavailableError`, and the next call tries again:
 * a database that was down, slow, locked or read-only needs no restart.
 */
export class TokenDatabase {
  readonly #options: TokenDatabaseOptions;
  #ready?: Promise<Knex>;
  #loggedAt = 0;

  constructor(options: TokenDatabaseOptions) {
    this.#options = options;
  }

  /** Runs work in a transaction within the time limit. */
  transaction<T>(work: (transaction: Knex) => Promise<T>): Promise<T> {
    return this.#run(
      (knex, limit): Promise<T> =>
        knex.transaction<T>(async transaction =>
          work(limit(transaction)),
        ) as Promise<T>,
    );
  }

  /** Runs work on the database within the time limit. */
  run<T>(work: (knex: Knex) => Promise<T>): Promise<T> {
    return this.#run((knex, limit) => work(limit(knex)));
  }

  async #run<T>(
    work: (knex: Knex, limit: (knex: Knex) => Knex) => Promise<T>,
  ): Promise<T> {
    const timeoutMs = this.#timeoutMs;
    const patience = new AbortController();
    const { signal } = patience;
    const limit = (knex: Knex) => limitQueries(knex, timeoutMs, signal);
    try {
      return await pTimeout(
        this.#connect().then(knex => work(knex, limit)),
        {
          milliseconds: timeoutMs,
          message: `no answer within ${timeoutMs} ms`,
        },
      );
    } catch (error) {
      this.#log(error);
      throw new ServiceUnavailableError(
        'The store of Palette sessions is unavailable',
      );
    } finally {
      patience.abort();
    }
  }

  get #timeoutMs(): number {
    return this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  }

  #connect(): Promise<Knex> {
    const ready = (this.#ready ??= this.#migrate());
    ready.catch(() => {
      if (this.#ready === ready) {
        this.#ready = undefined;
      }
    });
    return ready;
  }

  async #migrate(): Promise<Knex> {
    const { database, logger } = this.#options;
    const knex = await database.getClient();
    const client = String(knex.client.config.client);
    if (!isSupportedClient(client)) {
      throw new Error(`it needs PostgreSQL or SQLite, and this is ${client}`);
    }
    if (!database.migrations?.skip) {
      const patienceMs = this.#timeoutMs * MIGRATION_SHARE;
      await migrateTokenDatabase(knex, { logger, patienceMs });
    }
    return knex;
  }

  /** Once in a while: a database that is down fails every request. */
  #log(error: unknown): void {
    if (Date.now() - this.#loggedAt < LOG_INTERVAL_MS) {
      return;
    }
    this.#loggedAt = Date.now();
    this.#options.logger.error(
      `The store of Palette sessions is unavailable: ${describe(error)}`,
    );
  }
}

/** Without the statement and its values, which knex puts before the database's own words. */
function describe(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const words = String(message).split(' - ').at(-1) ?? '';
  return typeof code === 'string' ? `${words} (${code})` : words;
}

function isPostgres(knex: Knex): boolean {
  return !String(knex.client.config.client).includes('sqlite');
}

/**
 * A knex whose queries on tables the database itself gives up after a while.
 *
 * A query that nobody waits for any more would keep its connection, and those
 * are few and shared with the plugin that owns the database: a lock on our
 * table would then keep the auth plugin from its own. One that has waited for
 * its connection until the signal aborted isn't begun: it was told to have failed.
 */
function limitQueries<T extends Knex>(
  knex: T,
  timeoutMs: number,
  signal: AbortSignal,
): T {
  const cancel = isPostgres(knex);
  return new Proxy(knex, {
    apply(target, self, args) {
      const query: Knex.QueryBuilder = Reflect.apply(target, self, args);
      query.on('start', () => signal.throwIfAborted());
      return cancel
        ? query.timeout(timeoutMs, { cancel })
        : query.timeout(timeoutMs);
    },
  });
}

/**
 * Milliseconds since 1970 by the clock of the database.
 *
 * Replicas compare leases by it: their own clocks may differ by more than a lease lasts.
 */
export function databaseClock(knex: Knex): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(`CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`)
    : knex.raw(`CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)`);
}
