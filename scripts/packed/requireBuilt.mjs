import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';

/** Throws unless each of the packages has been built: what is packed would be empty. */
export function requireBuilt(plugins) {
  const unbuilt = plugins.filter(({ dir }) => !existsSync(join(dir, 'dist')));
  if (unbuilt.length > 0) {
    const names = unbuilt.map(({ manifest }) => manifest.name).join(', ');
    throw new Problem(
      `Build first, with 'yarn tsc && yarn build:all': there is no dist of ${names}`,
    );
  }
}
