import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { pinnedYarn } from '../lib/install.mjs';
import { runQuietly } from '../lib/run.mjs';

/**
 * What lets Yarn install from that registry and keep what it learns there in the folder
 * alone. It begins with what this machine's cache has, as links: the next release of the
 * same number must not be found there.
 */
export async function yarnEnv(folder, registry) {
  const cache = join(folder, 'cache');
  mkdirSync(cache, { recursive: true });
  for (const { from, name } of await cachedFiles()) {
    linkOrCopy(join(from, name), join(cache, name));
  }
  return {
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_UNSAFE_HTTP_WHITELIST: new URL(registry).hostname,
    YARN_GLOBAL_FOLDER: folder,
    // A new app waits some days with what is new in a registry.
    YARN_NPM_MINIMAL_AGE_GATE: '0',
  };
}

async function cachedFiles() {
  const { code, stdout, stderr } = await runQuietly('npx', [
    ...pinnedYarn(),
    ...['config', 'get', 'cacheFolder'],
  ]);
  if (code !== 0) {
    throw new Problem(`Yarn names no cache:\n${stderr}`);
  }
  const from = stdout.trim();
  return readdirSync(from, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => ({ from, name }));
}

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    // Another file system, or one without links.
    copyFileSync(from, to);
  }
}
