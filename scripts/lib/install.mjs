import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

import { Problem } from './Problem.mjs';
import { ROOT } from './paths.mjs';
import { run, runQuietly } from './run.mjs';

const SQLITE_DIR = resolve(ROOT, 'node_modules/better-sqlite3');

/**
 * Yarn's version stands once, in package.json. npx fetches it, so that nobody
 * needs Yarn or Corepack, and puts it on PATH for everything that Yarn starts.
 */
export function pinnedYarn() {
  const { packageManager } = JSON.parse(
    readFileSync(resolve(ROOT, 'package.json'), 'utf8'),
  );
  const version = packageManager.replace(/^yarn@/, '').replace(/\+.*$/, '');
  return ['--yes', `@yarnpkg/cli-dist@${version}`];
}

/** Installs exactly what yarn.lock says. */
export async function install() {
  const code = await run('npx', [...pinnedYarn(), 'install', '--immutable']);
  const sqliteLoads = await loadsSqlite();
  if (code === 0 && sqliteLoads) {
    return;
  }
  if (!sqliteLoads && existsSync(SQLITE_DIR)) {
    throw new Problem(explainSqlite());
  }
  throw new Problem(
    'The installation failed: the reason stands above, and running this again once it is mended picks up where it stopped.',
  );
}

/** Throws unless the packages are installed. */
export async function checkInstalled() {
  if (!(await loadsSqlite())) {
    throw new Problem(
      'The packages are not installed yet: run `yarn install` first, or `npm run demo`, which installs them.',
    );
  }
}

/** What stands between this machine and a better-sqlite3 built from source. */
export function missingBuildTools(env = process.env) {
  return [
    ['python3', env.PYTHON || env.npm_config_python, ['python3', 'python']],
    ['make', env.MAKE, ['make', 'gmake']],
    ['a C++ compiler (g++)', env.CXX, ['g++', 'c++', 'clang++']],
  ]
    .filter(([, given, names]) => !given && !names.some(n => onPath(n, env)))
    .map(([tool]) => tool);
}

function explainSqlite() {
  const target = `Node ${process.versions.node} on ${process.platform}-${process.arch}`;
  const missing = missingBuildTools();
  if (missing.length > 0) {
    return `SQLite (better-sqlite3) has no prebuilt binary here for ${target} and can't be compiled without ${missing.join(
      ' and ',
    )}: install what is missing (on Debian and Ubuntu \`apt-get install -y python3 make g++\`, on macOS \`xcode-select --install\`) and run this again.`;
  }
  return `SQLite (better-sqlite3) has no prebuilt binary here for ${target} and its compilation failed: the log named above says why; where nodejs.org can't be reached, set npm_config_nodedir to the folder whose include/node holds Node's headers, and run this again.`;
}

async function loadsSqlite() {
  const { code } = await runQuietly(process.execPath, [
    '-e',
    "new (require('better-sqlite3'))(':memory:').close()",
  ]);
  return code === 0;
}

function onPath(name, env) {
  return (env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
