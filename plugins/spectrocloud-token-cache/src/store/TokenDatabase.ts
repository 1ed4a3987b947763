import { setTimeout as delay } from 'node:timers/promises';
import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import { limitQueries } from './limitQueries';
import { migrateTokenDatabase } from './migrateTokenDatabase';

const DEFAULT_TIMEOUT_MS = 5_000;
/** Of the time limit: a migration fails before the work that waits for it, so that the log says why. */
const MIGRATION_SHARE = 0.6;
const LOG_INTERVAL_MS = 10_000;

/** What {@link TokenDatabase.create} needs. */
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

  private constructor(options: TokenDatabaseOptions) {
    this.#options = options;
  }

  static create(options: TokenDatabaseOptions): TokenDatabase {
    return new TokenDatabase(options);
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
      return await Promise.race([
        this.#connect().then(knex => work(knex, limit)),
        delay(timeoutMs, undefined, { signal }).then(() => {
          throw new Error(`no answer within ${timeoutMs} ms`);
        }),
      ]);
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
