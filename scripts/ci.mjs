/**
 * The one gate, the same on a desk and in CI: every check runs, whatever the
 * others say, and the last line counts the tests that really ran.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

import { runMain } from './lib/Problem.mjs';
import { findOrInstallChromium } from './lib/chromium.mjs';
import { REPORTS_DIR, bin } from './lib/paths.mjs';
import { installProxies } from './lib/proxies.mjs';
import { describeTree } from './lib/repository.mjs';
import { run, runQuietly } from './lib/run.mjs';
import {
  readOwnResults,
  readPlaywrightResults,
  sumResults,
} from './lib/testResults.mjs';

const PLAYWRIGHT_REPORT = resolve(REPORTS_DIR, 'playwright.json');
// A signature that names a type of another workspace package leads API Extractor
// to that package's source, which it would complain about.
const API_REPORTS = [
  'api-reports',
  'plugins/*',
  '--ci',
  '--omit-messages',
  'ae-wrong-input-file-type',
];

const env = { ...process.env, CI: 'true' };
const node =
  (...args) =>
  options =>
    run(process.execPath, args, { env, ...options });
const tool =
  (name, ...args) =>
  options =>
    run(bin(name), args, { env, ...options });
const script = name => options =>
  run('npm', ['run', name], { env, ...options });

/** Which browser was found is told at the end, beside the databases. */
const browsers = [];

/** Checks of what is written, to which time doesn't matter. Each uses one core, so they run two at a time. */
const LANES = [
  // Later ones use what earlier ones made: declarations, then builds.
  {
    // From nothing: the order of what an API report lists depends on what was checked first.
    types: tool('tsc', '--incremental', 'false'),
    'API reports': tool('backstage-repo-tools', ...API_REPORTS),
    documentation: script('check:docs'),
    TechDocs: node('scripts/checkTechDocs.mjs'),
    build: tool('backstage-cli', 'repo', 'build', '--all'),
  },
  {
    'lint of the packages': tool(
      'backstage-cli',
      'repo',
      'lint',
      '--max-warnings',
      '0',
    ),
    'lint of the scripts': tool(
      ...['eslint', 'scripts', 'e2e-tests', '--ext', 'js,mjs,ts'],
      ...['--max-warnings', '0'],
    ),
    'deprecated names': script('lint:deprecations'),
    format: tool('prettier', '--check', '.'),
    'package metadata': tool(
      'backstage-cli',
      'repo',
      'fix',
      '--publish',
      '--check',
    ),
    'unused and undeclared': node('scripts/checkKnip.mjs'),
    manifests: node('scripts/checkPackages.mjs'),
    'catalog entries': node('scripts/catalogInfo.mjs', '--check'),
    configuration: node('scripts/checkConfig.mjs'),
    deployment: node('scripts/checkDeploy.mjs'),
  },
];

/** What runs has the machine for itself: first in the sources, then as it was built. */
const TESTS = {
  tests: async () => {
    await installProxies();
    return script('verify')();
  },
};
const TRIALS = {
  'packed packages': node('scripts/checkPacked.mjs'),
  'fresh app': node('scripts/checkFreshApp.mjs'),
  // Only that each figure comes about: how fast a gate's machine is says nothing.
  benchmarks: async () =>
    run(process.execPath, ['scripts/bench.mjs', '--short'], {
      env: { ...env, CHROMIUM_PATH: await findOrInstallChromium() },
    }),
  'browser tests': async () => {
    const chromium = await findOrInstallChromium();
    const { stdout } = await runQuietly(chromium, ['--version']);
    browsers.push(stdout.trim());
    return run(bin('playwright'), ['test'], {
      env: {
        ...env,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT,
      },
    });
  },
};

await runMain(async () => {
  rmSync(REPORTS_DIR, { recursive: true, force: true });
  mkdirSync(REPORTS_DIR, { recursive: true });
  const treeBefore = await describeTree();

  const outcomes = await runSteps(TESTS);
  const lanes = LANES.map(lane => runSteps(lane, runApart));
  outcomes.push(...(await Promise.all(lanes)).flat());
  outcomes.push(...(await runSteps(TRIALS)));
  const treeAfter = await describeTree();
  const clean = treeAfter.everything === treeBefore.everything;
  outcomes.push({ name: 'clean tree', ok: clean, seconds: 0 });

  process.stdout.write('\n');
  for (const { name, ok, seconds } of outcomes) {
    process.stdout.write(
      `${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`,
    );
  }
  if (!clean) {
    process.stdout.write(`\nThe checks changed the tree:\n${treeAfter.status}`);
  }
  const verified = readOwnResults(resolve(REPORTS_DIR, 'verify.json'));
  const { passed, failed, skipped } = sumResults([
    verified,
    readPlaywrightResults(PLAYWRIGHT_REPORT),
  ]);
  const used = [...(verified.servers ?? []), ...browsers];
  process.stdout.write(
    `\nTested with ${used.join('; ')}\n${skipped} skipped\n${passed} passed, ${failed} failed\n`,
  );
  return failed === 0 && outcomes.every(({ ok }) => ok) ? 0 : 1;
});

async function runSteps(steps, runOne = runStep) {
  const outcomes = [];
  for (const [name, step] of Object.entries(steps)) {
    outcomes.push(await runOne(name, step));
  }
  return outcomes;
}

/** With its output in one piece, since another step runs at the same time. */
async function runApart(name, step) {
  const log = resolve(REPORTS_DIR, `${name.replaceAll(' ', '-')}.log`);
  const file = openSync(log, 'w');
  const outcome = await measure(name, () =>
    step({ stdio: ['ignore', file, file] }),
  );
  closeSync(file);
  process.stdout.write(`\n=== ${name}\n${readFileSync(log, 'utf8')}`);
  return report(outcome);
}

async function runStep(name, step) {
  process.stdout.write(`\n=== ${name}\n`);
  return report(await measure(name, step));
}

async function measure(name, step) {
  const start = Date.now();
  const ok = await step().then(
    code => code === 0,
    error => {
      process.stderr.write(`${error.message}\n`);
      return false;
    },
  );
  return { name, ok, seconds: Math.round((Date.now() - start) / 1000) };
}

function report(outcome) {
  const { name, ok, seconds } = outcome;
  process.stdout.write(`=== ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds} s)\n`);
  return outcome;
}
