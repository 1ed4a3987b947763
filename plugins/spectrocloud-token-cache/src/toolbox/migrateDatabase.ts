import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import pRetry from 'p-retry';

/** knex's own default. */
const DEFAULT_TABLE = 'knex_migrations';
const RETRY_MS = 250;

/** The migrations of one of our databases. @public */
export interface DatabaseMigrations {
  /** Whose database it is; operators read it. */
  pluginId: string;
  /** Folder of the migrations. */
  directory: string;
  /** Where knex notes what is done; `knex_migrations` by default. */
  tableName?: string;
}

/**
 * Brings a database to our schema, beside other replicas that do the same.
 *
 * @param options - `patienceMs`: how long it tries while another process may be at it
 * @throws what knex said first; of a lock that stays taken, what to do about it
 * @public
 */
export async function migrateDatabase(
  knex: Knex,
  { pluginId, directory, tableName = DEFAULT_TABLE }: DatabaseMigrations,
  options: { logger: LoggerService; patienceMs: number },
): Promise<void> {
  const quiet = withoutConsole(knex, options.logger);
  const config: Knex.MigratorConfig = {
    directory,
    tableName,
    // An earlier release finds migrations that it doesn't know, when it is rolled back
    // to or restarts during an upgrade. They only add, so it can work beside them.
    disableMigrationsListValidation: true,
  };
  const lockTable = `${tableName}_lock`;
  let first: unknown;
  try {
    // Another replica may be at it: knex refuses instead of waiting, and
    // both may have found no migration table and created it.
    const attempt = () =>
      migrate(quiet, config, lockTable).catch(error => {
        first ??= error.cause;
        throw error;
      });
    await pRetry(attempt, {
      retries: Infinity,
      minTimeout: RETRY_MS,
      factor: 1,
      maxRetryTime: options.patienceMs,
    });
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    // What a first attempt left behind fails the later ones, and says nothing.
    throw isLocked(cause) ? lockError(pluginId, lockTable) : first;
  }
}

async function migrate(
  knex: Knex,
  config: Knex.MigratorConfig,
  lockTable: string,
): Promise<void> {
  try {
    // `latest` takes the lock even with nothing to do, so that one which a dead
    // process left would keep every later process from its start.
    const [, pending] = await knex.migrate.list(config);
    if (pending.length > 0) {
      await removeSurplusLocks(knex, lockTable);
      await knex.migrate.latest(config);
    }
  } catch (error) {
    // What a driver throws need not be an `Error` to p-retry, which then gives up.
    throw new Error('The migration failed', { cause: error });
  }
}

/** Knex prints each attempt that finds the lock taken on the console; a copy of it tells our logger. */
function withoutConsole(knex: Knex, logger: LoggerService): Knex {
  const note = (message: unknown) => logger.debug(String(message));
  const copy = knex.withUserParams(knex.userParams);
  copy.client.logger = { debug: note, warn: note, error: note };
  return copy;
}

/** Replicas that start together may each add the row of the lock; to knex, two rows are a taken lock for ever. */
async function removeSurplusLocks(
  knex: Knex,
  lockTable: string,
): Promise<void> {
  await knex(lockTable)
    .where('index', '>', knex(lockTable).min('index'))
    .delete();
}

function isLocked(error: unknown): boolean {
  return (error as { name?: unknown }).name === 'MigrationLocked';
}

function lockError(pluginId: string, lockTable: string): Error {
  return new Error(
    `another process is migrating the database or died while it did; if none is running, release its lock in the ${pluginId} plugin's database: \`UPDATE ${lockTable} SET is_locked = 0\``,
  );
}
