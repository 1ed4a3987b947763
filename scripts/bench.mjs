/** Runs the benchmarks with a PostgreSQL; the arguments are theirs. */
import { resolve } from 'node:path';

import { runMain } from './lib/Problem.mjs';
import { ROOT } from './lib/paths.mjs';
import { providePostgres } from './lib/postgres.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  const postgres = await providePostgres();
  process.stdout.write(`${postgres.description}\n`);
  return run(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      resolve(ROOT, 'packages', 'benchmarks', 'src', 'main.ts'),
      ...process.argv.slice(2),
    ],
    { env: { BENCHMARK_POSTGRES: postgres.connectionString } },
  ).finally(postgres.stop);
});
