import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(
  /[\\/]$/,
  '',
);

/** SQLite databases and logs of the demo; git-ignored. */
export const DEMO_DIR = resolve(ROOT, '.demo');

/** Machine-readable results of the last run of the checks; git-ignored. */
export const REPORTS_DIR = resolve(ROOT, '.reports');

/** An executable that the install put into node_modules. */
export function bin(name) {
  return resolve(ROOT, 'node_modules', '.bin', name);
}
