import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { ROOT } from '../lib/paths.mjs';
import { readManifest } from '../lib/repository.mjs';
import { runQuietly } from '../lib/run.mjs';

/** The programs of the packages check the sample's configuration, which needs no change. */
export async function checkBins(folder, names) {
  for (const name of names) {
    const dir = join(folder, 'node_modules', name);
    for (const file of Object.values(readManifest(dir).bin ?? {})) {
      const { code, stdout, stderr } = await runQuietly(process.execPath, [
        join(dir, file),
        join(ROOT, 'app-config.yaml'),
        join(ROOT, 'app-config.production.yaml'),
      ]);
      if (code !== 0 || !stdout.includes('Nothing has to change.')) {
        throw new Problem(`${name}: ${file} fails:\n${stdout}${stderr}`);
      }
    }
  }
}
