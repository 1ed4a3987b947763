import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { Problem } from './Problem.mjs';

/** Where a Backstage app keeps the tarballs, to be committed with it. */
export const TARBALLS_FOLDER = 'spectrocloud-packages';

/** What the README's first step adds, by workspace. */
const FIRST_STEP = {
  'packages/backend': ['spectrocloud-auth-backend', 'spectrocloud-backend'],
  'packages/app': ['spectrocloud-auth', 'spectrocloud'],
};
const PREFIX = '@terasky/backstage-plugin-';

/** Throws unless the folder is a Backstage app's. */
export function requireBackstage(folder) {
  const missing = ['.', ...Object.keys(FIRST_STEP)].find(
    workspace => !existsSync(join(folder, workspace, 'package.json')),
  );
  if (missing) {
    throw new Problem(
      `${folder} is no Backstage app: it has no ${join(missing, 'package.json')}.`,
    );
  }
}

/**
 * Has a Backstage app take our packages from tarballs in its own folder, and adds
 * those of the README's first step to it.
 *
 * `tarballs` is a map from name to file; `version` gives a package's.
 */
export function addToBackstage(folder, { tarballs, version }) {
  change(folder, manifest => ({
    ...manifest,
    resolutions: {
      ...manifest.resolutions,
      ...Object.fromEntries(
        [...tarballs].map(([name, file]) => [
          name,
          `file:./${TARBALLS_FOLDER}/${basename(file)}`,
        ]),
      ),
    },
  }));
  for (const [workspace, names] of Object.entries(FIRST_STEP)) {
    change(join(folder, workspace), manifest => ({
      ...manifest,
      dependencies: sorted({
        ...manifest.dependencies,
        ...Object.fromEntries(
          names.map(name => [PREFIX + name, `^${version(PREFIX + name)}`]),
        ),
      }),
    }));
  }
}

function change(dir, edit) {
  const file = join(dir, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify(edit(manifest), null, 2)}\n`);
}

function sorted(dependencies) {
  return Object.fromEntries(
    Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
