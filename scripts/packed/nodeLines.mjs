import { ROOT } from '../lib/paths.mjs';
import { readManifest } from '../lib/repository.mjs';

/** Lines that are maintained, for their newest version. */
const MAINTAINED = ['22', '24', '26'];

/** The lowest Node of each line that `engines` allows, then the newest ones. */
export function nodeLines({ engines } = readManifest(ROOT)) {
  const lowest = engines.node
    .split('||')
    .map(line => />=([\d.]+)/.exec(line)[1]);
  return [...lowest, ...MAINTAINED];
}
