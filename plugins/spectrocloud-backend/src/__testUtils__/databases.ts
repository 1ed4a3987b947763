import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';

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

/** Makes them; each `init` is an empty one. */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({ ids: databaseIds, disableDocker: true });
}
