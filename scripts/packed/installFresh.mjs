import { copyFileSync, cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { pinnedYarn } from '../lib/install.mjs';
import { ROOT } from '../lib/paths.mjs';
import { readManifest } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const SQLITE_BINARY = 'build/Release/better_sqlite3.node';

/** What a Backstage has anyway, in the versions of this repository. */
const HOST_PACKAGES = {
  '@backstage/backend-defaults': 'packages/backend',
  '@backstage/plugin-auth-backend': 'packages/backend',
  '@backstage/plugin-catalog-backend': 'packages/backend',
  'better-sqlite3': 'packages/backend',
  react: 'packages/app',
  'react-dom': 'packages/app',
  'react-router-dom': 'packages/app',
  '@types/react': 'packages/app',
};

/** Makes the folder an installation of the tarballs and of what they run in. */
export async function installFresh(folder, tarballs) {
  const root = readManifest(ROOT);
  const plugins = Object.fromEntries(
    [...tarballs].map(([name, file]) => [name, `file:${file}`]),
  );
  const host = Object.fromEntries(
    Object.entries(HOST_PACKAGES).map(([name, where]) => {
      const manifest = readManifest(resolve(ROOT, where));
      return [
        name,
        manifest.dependencies[name] ?? manifest.devDependencies[name],
      ];
    }),
  );
  const manifest = {
    name: 'fresh-backstage',
    private: true,
    packageManager: root.packageManager,
    dependencies: { ...host, ...plugins },
    resolutions: { ...root.resolutions, ...plugins },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  // The repository's lockfile, so that only the plugins are new here.
  for (const file of ['.yarnrc.yml', 'yarn.lock']) {
    copyFileSync(resolve(ROOT, file), join(folder, file));
  }
  const code = await run(
    'npx',
    [...pinnedYarn(), 'install', '--mode=skip-build'],
    { cwd: folder, env: { YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' } },
  );
  if (code !== 0) {
    throw new Problem('The packed packages could not be installed.');
  }
  // Compiled once already, by the repository's own installation.
  const sqlite = file => join('node_modules/better-sqlite3', file);
  cpSync(
    resolve(ROOT, sqlite(SQLITE_BINARY)),
    join(folder, sqlite(SQLITE_BINARY)),
  );
}
