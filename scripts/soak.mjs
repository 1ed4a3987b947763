/** Runs the soak test with a PostgreSQL; the arguments are its own. */
import { resolve } from 'node:path';

import { Problem, runMain } from './lib/Problem.mjs';
import { ROOT } from './lib/paths.mjs';
import { providePostgres } from './lib/postgres.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  const postgres = await providePostgres();
  process.stdout.write(`${postgres.description}\n`);
  if (!postgres.connectionString) {
    throw new Problem('Two replicas need a PostgreSQL.');
  }
  return run(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      resolve(ROOT, 'packages', 'backend', 'soak', 'main.ts'),
      ...process.argv.slice(2),
    ],
    { env: postgres.env },
  ).finally(postgres.stop);
});
