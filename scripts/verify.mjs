/** Installs and runs every test; needs only Node and npm. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { runMain } from './lib/Problem.mjs';
import { install } from './lib/install.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { REPORTS_DIR, ROOT, bin } from './lib/paths.mjs';
import { providePostgres } from './lib/postgres.mjs';
import { readManifest } from './lib/repository.mjs';
import { run } from './lib/run.mjs';
import {
  readJestResults,
  readOwnResults,
  sumResults,
} from './lib/testResults.mjs';

const JEST_REPORT = resolve(REPORTS_DIR, 'jest.json');
const SCRIPTS_REPORT = resolve(REPORTS_DIR, 'scripts.json');
const VERIFY_REPORT = resolve(REPORTS_DIR, 'verify.json');

/** Ample, since a busy machine is slow and a failed test is never run again. */
const TEST_TIMEOUT_MS = 30_000;

/** One more than the cores of a small machine: a third of the tests' time they wait for servers. */
const WORKERS = 3;

// Without CI the Backstage CLI would watch, and test only what has changed.
// With CI the test databases would look for Docker.
const TEST_ENV = { CI: 'true', BACKSTAGE_TEST_DISABLE_DOCKER: '1' };

await runMain(async () => {
  checkNode();
  mkdirSync(REPORTS_DIR, { recursive: true });
  [JEST_REPORT, SCRIPTS_REPORT, VERIFY_REPORT].forEach(file =>
    rmSync(file, { force: true }),
  );
  await install();

  const postgres = await providePostgres();
  const servers = [await describeSqlite(), postgres.description];
  process.stdout.write(`\nDatabases: ${servers.join('; ')}\n\n`);
  const codes = await runTests(postgres.env).finally(postgres.stop);

  const sum = sumResults([
    readJestResults(JEST_REPORT),
    readOwnResults(SCRIPTS_REPORT),
  ]);
  writeFileSync(VERIFY_REPORT, JSON.stringify({ ...sum, servers }));
  process.stdout.write(
    `\nDatabases: ${servers.join('; ')}\nTests: ${sum.passed} passed, ${
      sum.failed
    } failed, ${sum.skipped} skipped\n`,
  );
  return codes.every(code => code === 0) && sum.failed === 0 ? 0 : 1;
});

async function runTests(databaseEnv) {
  const jestCode = await run(
    bin('backstage-cli'),
    [
      ...['repo', 'test', '--watchAll=false', `--maxWorkers=${WORKERS}`],
      `--testTimeout=${TEST_TIMEOUT_MS}`,
      ...['--json', `--outputFile=${JEST_REPORT}`],
    ],
    { env: { ...TEST_ENV, ...databaseEnv } },
  );
  const scriptsCode = await run(process.execPath, [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/lib/nodeTestReporter.mjs',
    `--test-reporter-destination=${SCRIPTS_REPORT}`,
    ...scriptTests(),
  ]);
  return [jestCode, scriptsCode];
}

async function describeSqlite() {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(':memory:');
  const version = database.prepare('select sqlite_version()').pluck().get();
  database.close();
  const library = readManifest(resolve(ROOT, 'node_modules/better-sqlite3'));
  return `SQLite ${version} (better-sqlite3 ${library.version})`;
}

// Listed here, since Node 20 takes no globs after --test.
function scriptTests() {
  return readdirSync(resolve(ROOT, 'scripts'), { recursive: true })
    .filter(file => file.endsWith('.test.mjs'))
    .map(file => resolve(ROOT, 'scripts', file));
}
