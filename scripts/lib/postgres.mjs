import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { ROOT } from './paths.mjs';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const LOCAL_SERVER = 'postgresql://postgres@127.0.0.1:5432/postgres';
const CONNECT_TIMEOUT_MS = 3_000;

/**
 * The environment that makes the database tests run on PostgreSQL too: what is
 * set already, else a server on this machine that lets us in, else nothing.
 */
export async function postgresEnvironment() {
  const given = process.env[VARIABLE];
  if (given) {
    return { env: {}, message: 'PostgreSQL: the server that is configured' };
  }
  const { Client } = createRequire(resolve(ROOT, 'packages/backend/src/x.js'))(
    'pg',
  );
  const client = new Client({
    connectionString: LOCAL_SERVER,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  try {
    await client.connect();
    await client.end();
    return {
      env: { [VARIABLE]: LOCAL_SERVER },
      message: 'PostgreSQL: the server on 127.0.0.1:5432',
    };
  } catch {
    return {
      env: {},
      message: `PostgreSQL: skipped: no PostgreSQL (set ${VARIABLE} to test on one)`,
    };
  }
}
