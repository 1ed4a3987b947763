import { dirname, join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import pRetry from 'p-retry';

/** Our own: the auth plugin's migrations use knex's default table in the same database. */
const TABLE = 'spectrocloud_knex_migrations';
const LOCK_TABLE = `${TABLE}_lock`;
const MIGRATIONS: Knex.MigratorConfig = {
  // Resolved from here, so that with two installed copies each finds its own
  // migrations; `resolvePackagePath` may find the other copy's.
  directory: join(
    dirname(
      require.resolve('@terasky/backstage-plugin-spectrocloud-token-cache/package.json'),
    ),
    'migrations',
  ),
  tableName: TABLE,
  // An earlier release finds migrations that it doesn't know, when it is rolled back
  // to or restarts during an upgrade. They only add, so it can work beside them.
  disableMigrationsListValidation: true,
};
const RETRY_MS = 250;

/**
 * Brings a database to our schema.
 *
 * @param options - `patienceMs`: how long it tries while another process may be at it
 * @throws what knex said first; of a lock that stays taken, what to do about it
 */
export async function migrateTokenDatabase(
  knex: Knex,
  options: { logger: LoggerService; patienceMs: number },
): Promise<void> {
  const quiet = withoutConsole(knex, options.logger);
  let first: unknown;
  try {
    // Another replica may be at it: knex refuses instead of waiting, and
    // both may have found no migration table and created it.
    const attempt = () =>
      migrate(quiet).catch(error => {
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
    throw isLocked(cause) ? lockError() : first;
  }
}

async function migrate(knex: Knex): Promise<void> {
  try {
    // `latest` takes the lock even with nothing to do, so that one which a dead
    // process left would keep every later process from its start.
    const [, pending] = await knex.migrate.list(MIGRATIONS);
    if (pending.length > 0) {
      await removeSurplusLocks(knex);
      await knex.migrate.latest(MIGRATIONS);
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
async function removeSurplusLocks(knex: Knex): Promise<void> {
  await knex(LOCK_TABLE)
    .where('index', '>', knex(LOCK_TABLE).min('index'))
    .delete();
}

function isLocked(error: unknown): boolean {
  return (error as { name?: unknown }).name === 'MigrationLocked';
}

function lockError(): Error {
  return new Error(
    `another process is migrating the database or died while it did; if none is running, release its lock in the auth plugin's database: \`UPDATE ${LOCK_TABLE} SET is_locked = 0\``,
  );
}
