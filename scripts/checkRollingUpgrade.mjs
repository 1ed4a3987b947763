/**
 * Installs a former commit beside this checkout and runs the backends of both on one
 * PostgreSQL: `--from <commit>`, by default the last one of version 0.1.0 on Backstage 1.55.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Problem, runMain } from './lib/Problem.mjs';
import { checkInstalled, pinnedYarn } from './lib/install.mjs';
import { providePostgres } from './lib/postgres.mjs';
import { bin } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const LAST_OF_0_1 = '4e045af9b367cd33e62ce30dfa5bb68e3c676de5';

const { from } = parseArgs({
  options: { from: { type: 'string', default: LAST_OF_0_1 } },
}).values;

await runMain(async () => {
  await checkInstalled();
  const folder = join(
    mkdtempSync(join(tmpdir(), 'rolling-upgrade-')),
    'former',
  );
  try {
    await checkOut(folder);
    // Without SQLite's addon: both have the PostgreSQL.
    await succeed(
      'npx',
      [...pinnedYarn(), 'install', '--immutable', '--mode=skip-build'],
      { cwd: folder },
    );
    return await runTest(folder);
  } finally {
    await run('git', ['worktree', 'remove', '--force', folder]);
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
});

async function checkOut(folder) {
  const code = await run('git', ['worktree', 'add', '--detach', folder, from]);
  if (code !== 0) {
    throw new Problem(
      `There is no commit ${from} here: a shallow clone has it after \`git fetch --unshallow\`.`,
    );
  }
}

async function runTest(folder) {
  const postgres = await providePostgres();
  try {
    return await run(
      bin('backstage-cli'),
      ['repo', 'test', '--watchAll=false', 'replicas/rollingUpgrade'],
      {
        env: {
          CI: 'true',
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          ROLLING_UPGRADE_FROM: folder,
          ...postgres.env,
        },
      },
    );
  } finally {
    await postgres.stop();
  }
}

async function succeed(command, args, options) {
  if ((await run(command, args, options)) !== 0) {
    throw new Problem(`\`${[command, ...args].join(' ')}\` failed.`);
  }
}
