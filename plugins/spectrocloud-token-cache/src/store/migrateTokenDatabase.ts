import { dirname, join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migrateDatabase } from '../toolbox/migrateDatabase';

const MIGRATIONS = {
  pluginId: 'auth',
  // Resolved from here, so that with two installed copies each finds its own
  // migrations; `resolvePackagePath` may find the other copy's.
  directory: join(
    dirname(
      require.resolve('@terasky/backstage-plugin-spectrocloud-token-cache/package.json'),
    ),
    'migrations',
  ),
  /** Our own: the auth plugin's migrations use knex's default table in the same database. */
  tableName: 'spectrocloud_knex_migrations',
};

/**
 * Brings the auth plugin's database to our schema.
 *
 * @throws the errors of `migrateDatabase`
 */
export async function migrateTokenDatabase(
  knex: Knex,
  options: { logger: LoggerService; patienceMs: number },
): Promise<void> {
  await migrateDatabase(knex, MIGRATIONS, options);
}
