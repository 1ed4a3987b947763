/**
 * Runs one PostgreSQL server in a temporary folder, for as long as the process
 * that forked this one lives: however that ends, by Ctrl-C or killed, its
 * channel closes, the server is stopped and the folder removed.
 *
 * The argument is the folder of the server's programs; without one they come
 * from the npm registry.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './freePort.mjs';
import { fetchPostgres, serverUser } from './postgresBinaries.mjs';

const STOP_GRACE_MS = 8_000;
const LINES_OF_A_FAILURE = 5;

// Root's programs must be readable to the user that runs them.
process.umask(0o022);
const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
const log = join(folder, 'log');
const output = openSync(log, 'a');
let running;

process.once('disconnect', finish);
process.once('SIGTERM', finish);

try {
  const user = serverUser();
  const downloads = join(folder, 'download');
  mkdirSync(downloads);
  const bin =
    process.argv[2] ??
    (await fetchPostgres(downloads, (cwd, command, args) =>
      complete(command, args, { cwd }),
    ));
  const password = randomBytes(18).toString('base64url');
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  if (user.uid !== undefined) {
    [folder, join(folder, 'password')].forEach(path =>
      chownSync(path, user.uid, user.gid),
    );
  }
  const data = join(folder, 'data');
  await complete(
    join(bin, 'initdb'),
    [
      ...['-D', data, '--username=postgres', '--auth=scram-sha-256'],
      `--pwfile=${join(folder, 'password')}`,
      ...['--encoding=UTF8', '--locale=C', '--no-sync'],
    ],
    user,
  );
  const port = await freePort();
  const server = start(
    join(bin, 'postgres'),
    [
      ...['-D', data, '-h', '127.0.0.1', '-p', String(port)],
      ...['-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    ],
    user,
  );
  process.send({
    folder,
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
  });
  await once(server, 'close');
  throw new Error('it ended');
} catch (error) {
  if (process.connected) {
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    const end = lines.slice(-LINES_OF_A_FAILURE).join('\n');
    process.send({ problem: `${error.message}\n${end}`.trimEnd() });
  }
  await finish();
}

function start(command, args, options) {
  running = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    // Out of reach of the terminal's Ctrl-C, which would stop it under its clients.
    detached: true,
    stdio: ['ignore', output, output],
    ...options,
  });
  return running;
}

async function complete(...command) {
  const [code] = await once(start(...command), 'close');
  if (code !== 0) {
    throw new Error(`${command[0]} failed`);
  }
}

async function finish() {
  if (running?.pid && running.exitCode === null && !running.signalCode) {
    const closed = once(running, 'close');
    // Of PostgreSQL's ways to end: disconnecting its clients, then at once.
    running.kill('SIGINT');
    const late = setTimeout(() => running.kill('SIGQUIT'), STOP_GRACE_MS);
    await closed;
    clearTimeout(late);
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
