/**
 * Everything from a bare clone to a running demo: needs only Node and npm.
 * What the services print goes to files, so that the welcome stays in sight.
 */
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import { runMain } from './lib/Problem.mjs';
import { install } from './lib/install.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { DEMO_DIR } from './lib/paths.mjs';
import { checkPortsFree } from './lib/ports.mjs';
import { runSample } from './lib/runSample.mjs';
import { sampleServices } from './lib/services.mjs';

const LINES_OF_A_DEAD_SERVICE = 25;

await runMain(async () => {
  checkNode();
  const services = sampleServices({ watch: false });
  await checkPortsFree(services.map(s => ({ name: s.title, port: s.port })));
  await install();

  mkdirSync(DEMO_DIR, { recursive: true });
  const logFile = name => resolve(DEMO_DIR, `${name}.log`);
  const logs = new Map(
    services.map(({ name }) => [name, createWriteStream(logFile(name))]),
  );
  process.stdout.write(
    `\nStarting the Palette simulator, the backend and the app; their logs are in ${relative(
      process.cwd(),
      DEMO_DIR,
    )}/*.log\n`,
  );
  return runSample({
    services,
    onLine: (name, text) => logs.get(name).write(`${text}\n`),
    onDeath: ({ name }) => {
      const lines = readFileSync(logFile(name), 'utf8').trimEnd().split('\n');
      const end = lines.slice(-LINES_OF_A_DEAD_SERVICE).join('\n');
      process.stderr.write(`\n${end}\n`);
    },
  });
});
