/** Installs and runs every test; needs only Node and npm. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { runMain } from './lib/Problem.mjs';
import { install } from './lib/install.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { REPORTS_DIR, ROOT, bin } from './lib/paths.mjs';
import { postgresEnvironment } from './lib/postgres.mjs';
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

  const postgres = await postgresEnvironment();
  process.stdout.write(`\n${postgres.message}\n\n`);
  const jestCode = await run(
    bin('backstage-cli'),
    [
      ...['repo', 'test', '--watchAll=false', '--maxWorkers=2'],
      `--testTimeout=${TEST_TIMEOUT_MS}`,
      ...['--json', `--outputFile=${JEST_REPORT}`],
    ],
    { env: { ...TEST_ENV, ...postgres.env } },
  );
  const scriptsCode = await run(process.execPath, [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/lib/nodeTestReporter.mjs',
    `--test-reporter-destination=${SCRIPTS_REPORT}`,
    ...scriptTests(),
  ]);

  const sum = sumResults([
    readJestResults(JEST_REPORT),
    readOwnResults(SCRIPTS_REPORT),
  ]);
  writeFileSync(VERIFY_REPORT, JSON.stringify(sum));
  process.stdout.write(
    `\nTests: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`,
  );
  return jestCode === 0 && scriptsCode === 0 && sum.failed === 0 ? 0 : 1;
});

// Listed here, since Node 20 takes no globs after --test.
function scriptTests() {
  return readdirSync(resolve(ROOT, 'scripts'), { recursive: true })
    .filter(file => file.endsWith('.test.mjs'))
    .map(file => resolve(ROOT, 'scripts', file));
}
