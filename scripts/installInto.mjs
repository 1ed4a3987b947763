/**
 * Builds the packages and has a Backstage app use them, in place of a registry
 * that doesn't have them yet: `npm run install-into -- <folder of the app>`.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { Problem, runMain } from './lib/Problem.mjs';
import {
  TARBALLS_FOLDER,
  addToBackstage,
  requireBackstage,
} from './lib/addToBackstage.mjs';
import { install } from './lib/install.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { bin } from './lib/paths.mjs';
import { readPlugins } from './lib/repository.mjs';
import { run } from './lib/run.mjs';
import { packPlugins } from './packed/packPlugins.mjs';

await runMain(async () => {
  const [given] = process.argv.slice(2);
  if (!given) {
    throw new Problem(
      'Which Backstage? `npm run install-into -- <folder of the app>`',
    );
  }
  checkNode();
  const folder = resolve(given);
  requireBackstage(folder);
  await install();
  await succeed('tsc');
  await succeed('backstage-cli', 'repo', 'build');
  const target = join(folder, TARBALLS_FOLDER);
  mkdirSync(target, { recursive: true });
  const tarballs = await packPlugins(target);
  const manifests = new Map(
    readPlugins().map(({ manifest }) => [manifest.name, manifest]),
  );
  addToBackstage(folder, {
    tarballs,
    version: name => manifests.get(name).version,
  });
  process.stdout.write(
    `\nNow, in ${folder}: \`yarn install\`, and the README's second step.\n`,
  );
  return 0;
});

async function succeed(tool, ...args) {
  if ((await run(bin(tool), args)) !== 0) {
    throw new Problem(`\`${[tool, ...args].join(' ')}\` failed.`);
  }
}
