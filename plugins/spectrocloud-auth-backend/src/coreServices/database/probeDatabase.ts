import knexFactory, { type Knex } from 'knex';
import { isOutage, READ_ONLY } from './isOutage';
import type { DatabaseServer } from './readServer';

const TIMEOUT_MS = 5_000;

/** Who probes says what failed, once. */
const silent = { warn() {}, error() {}, deprecate() {}, debug() {} };

function connectionOf({ client, connection }: DatabaseServer) {
  // knex hides the password from enumeration.
  const copy = { ...connection, password: connection.password };
  return client === 'pg'
    ? {
        // Where the framework, too, looks for the plugins' databases.
        database: 'postgres',
        ...copy,
        // Else a server that never answers holds the connection for good.
        connectionTimeoutMillis: TIMEOUT_MS,
      }
    : copy;
}

/** A standby answers, but no plugin could bring its tables up to date there. */
async function requireWritable(database: Knex): Promise<void> {
  const { rows } = await database.raw('SHOW transaction_read_only');
  if (rows[0].transaction_read_only === 'on') {
    throw Object.assign(new Error('it is read-only'), { code: READ_ONLY });
  }
}

async function ask(server: DatabaseServer): Promise<void> {
  const database = knexFactory({
    client: server.client,
    connection: connectionOf(server),
    pool: { min: 0, max: 1 },
    acquireConnectionTimeout: TIMEOUT_MS,
    log: silent,
  });
  try {
    await database.raw('select 1');
    if (server.client === 'pg') {
      await requireWritable(database);
    }
  } finally {
    await database.destroy();
  }
}

/**
 * Asks a database for a sign of life, over a connection of its own. Whatever it
 * refuses, a wrong password or a missing database, is one: what comes of that is
 * for the framework to say.
 *
 * @throws when the database is away
 */
export async function probeDatabase(server: DatabaseServer): Promise<void> {
  try {
    await ask(server);
  } catch (error) {
    if (isOutage(error)) {
      throw error;
    }
  }
}
