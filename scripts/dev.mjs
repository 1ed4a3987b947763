/** The sample for those who work on it: no install, output on the terminal. */
import { mkdirSync } from 'node:fs';

import { runMain } from './lib/Problem.mjs';
import { checkInstalled } from './lib/install.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { DEMO_DIR } from './lib/paths.mjs';
import { runSample } from './lib/runSample.mjs';
import { sampleServices } from './lib/services.mjs';

await runMain(async () => {
  checkNode();
  await checkInstalled();
  mkdirSync(DEMO_DIR, { recursive: true });
  return runSample({
    services: sampleServices({ watch: true }),
    onLine: (name, text) =>
      process.stdout.write(`${`[${name}]`.padEnd(12)}${text}\n`),
  });
});
