import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { pinnedYarn } from '../lib/install.mjs';
import { bin } from '../lib/paths.mjs';
import { readPlugins } from '../lib/repository.mjs';
import { runQuietly } from '../lib/run.mjs';

/** Packs every plugin into the folder; resolves to a map from name to tarball. */
export async function packPlugins(folder) {
  const tarballs = new Map();
  for (const { dir, manifest } of readPlugins()) {
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
