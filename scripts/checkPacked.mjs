/**
 * Packs the plugins as npm would publish them, installs the tarballs in a
 * folder outside the repository, and starts a backend with them: what only
 * works inside the monorepo shows here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ProcessGroup } from './lib/ProcessGroup.mjs';
import { runMain } from './lib/Problem.mjs';
import { checkBackend } from './packed/checkBackend.mjs';
import { checkContents } from './packed/checkContents.mjs';
import { checkTypes } from './packed/checkTypes.mjs';
import { installFresh } from './packed/installFresh.mjs';
import { packPlugins } from './packed/packPlugins.mjs';

await runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-plugins-'));
  const group = new ProcessGroup();
  let log = '';
  group.on('line', (name, text) => {
    log += `[${name}] ${text}\n`;
  });
  try {
    const tarballs = await packPlugins(folder);
    await installFresh(folder, tarballs);
    const names = [...tarballs.keys()];
    checkContents(folder, names);
    await checkTypes(folder, names);
    await checkBackend(folder, group);
    process.stdout.write('The packed packages work in a fresh backend\n');
    return 0;
  } catch (error) {
    process.stderr.write(log);
    throw error;
  } finally {
    await group.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
