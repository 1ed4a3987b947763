import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { bin, ROOT } from '../lib/paths.mjs';
import { readPlugins } from '../lib/repository.mjs';
import { runQuietly } from '../lib/run.mjs';
import { requireBuilt } from '../packed/requireBuilt.mjs';

const ROOT_FILES = ['package.json', 'lerna.json', 'tsconfig.json', 'yarn.lock'];

/**
 * Publishes every plugin to that registry as a release does, with lerna, and resolves to
 * their names.
 *
 * It works on a copy, without git: lerna writes into the manifests that it publishes, and
 * puts them back by a checkout.
 */
export async function publishPlugins(folder, registry) {
  const plugins = readPlugins();
  requireBuilt(plugins);
  mkdirSync(folder);
  copyWorkspaces(folder, plugins);
  writeFileSync(join(folder, '.npmrc'), anyToken(registry));
  const { code, stdout, stderr } = await runQuietly(
    bin('lerna'),
    [
      ...['publish', 'from-package', '--yes', '--registry', registry],
      ...['--no-git-reset', '--no-git-tag-version', '--no-push'],
    ],
    // Without its daemon, which would outlive this.
    { cwd: folder, env: { NX_DAEMON: 'false' } },
  );
  if (code !== 0) {
    throw new Problem(`lerna could not publish:\n${stdout}${stderr}`);
  }
  return plugins.map(({ manifest }) => manifest.name);
}

function copyWorkspaces(target, plugins) {
  for (const file of ROOT_FILES) {
    cpSync(resolve(ROOT, file), join(target, file));
  }
  symlinkSync(resolve(ROOT, 'node_modules'), join(target, 'node_modules'));
  for (const { dir, folder } of plugins) {
    cpSync(dir, join(target, folder), {
      recursive: true,
      filter: source => basename(source) !== 'node_modules',
    });
  }
}

/** npm publishes nothing without one; this registry takes whatever it is. */
function anyToken(registry) {
  return `//${new URL(registry).host}/:_authToken=none\n`;
}
