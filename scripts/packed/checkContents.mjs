import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { readManifest } from '../lib/repository.mjs';

/** Every file that a manifest promises is in the package, and no source is. */
export function checkContents(folder, names) {
  for (const name of names) {
    const dir = join(folder, 'node_modules', name);
    const manifest = readManifest(dir);
    const promised = [
      ...Object.values(manifest.exports).flatMap(target =>
        typeof target === 'string'
          ? [target]
          : Object.entries(target)
              .filter(([condition]) => condition !== 'backstage')
              .map(([, file]) => file),
      ),
      ...Object.values(manifest.bin ?? {}),
      ...(manifest.configSchema ? [manifest.configSchema] : []),
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
    ];
    for (const file of promised) {
      check(existsSync(join(dir, file)), `${name} lacks ${file}`);
    }
    check(!existsSync(join(dir, 'src')), `${name} contains src`);
    check(
      !JSON.stringify(manifest).includes('workspace:'),
      `${name} depends on a workspace`,
    );
  }
}

function check(holds, message) {
  if (!holds) {
    throw new Problem(message);
  }
}
