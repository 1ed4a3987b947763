import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { pinnedYarn } from '../lib/install.mjs';
import { bin } from '../lib/paths.mjs';
import { readPlugins } from '../lib/repository.mjs';
import { runQuietly } from '../lib/run.mjs';
import { requireBuilt } from './requireBuilt.mjs';

/**
 * Packs every plugin into the folder; resolves to a map from name to tarball.
 * Throws a Problem when one has not been built: the tarball would be empty.
 */
export async function packPlugins(folder) {
  const tarballs = new Map();
  const plugins = readPlugins();
  requireBuilt(plugins);
  for (const { dir, manifest } of plugins) {
    const file = join(folder, `${manifest.name.split('/')[1]}.tgz`);
    const { code, stdout, stderr } = await runQuietly(
      'npx',
      [...pinnedYarn(), 'pack', '--out', file],
      { cwd: dir },
    );
    if (code !== 0) {
      // Puts the manifest back that prepack has rewritten.
      await runQuietly(bin('backstage-cli'), ['package', 'postpack'], {
        cwd: dir,
      });
      throw new Problem(
        `${manifest.name} can't be packed:\n${stdout}${stderr}`,
      );
    }
    tarballs.set(manifest.name, file);
  }
  return tarballs;
}
