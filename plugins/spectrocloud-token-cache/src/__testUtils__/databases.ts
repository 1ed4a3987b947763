import type { DatabaseService } from '@backstage/backend-plugin-api';
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const hasPostgres = Boolean(process.env[POSTGRES]);

if (!hasPostgres) {
  process.stderr.write(
    `skipped: no PostgreSQL, since ${POSTGRES} is not set; SQLite only\n`,
  );
}

/** The databases that tests can run on here. */
export const databaseIds: TestDatabaseId[] = [
  'SQLITE_3',
  ...(hasPostgres ? (['POSTGRES_15'] as const) : []),
];

export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({ ids: databaseIds, disableDocker: true });
}

export function toDatabaseService(knex: Knex): DatabaseService {
  return { getClient: async () => knex };
}
