/**
 * Packs the plugins as npm would publish them, installs the tarballs in a
 * folder outside the repository, and starts a backend with them, on SQLite and
 * on PostgreSQL: what only works inside the monorepo shows here.
 *
 * It runs on the Node at hand, or with `--node <version>`, which can be
 * repeated, on one out of the npm registry; `--lines` means the lowest of each
 * line that `engines` allows, and the newest.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { runMain } from './lib/Problem.mjs';
import { temporaryPostgres } from './lib/postgres.mjs';
import { checkBins } from './packed/checkBins.mjs';
import { checkContents } from './packed/checkContents.mjs';
import { checkOnNode } from './packed/checkOnNode.mjs';
import { checkPublished } from './packed/checkPublished.mjs';
import { checkTypeDependencies } from './packed/checkTypeDependencies.mjs';
import { checkTypes } from './packed/checkTypes.mjs';
import { fetchNode } from './packed/fetchNode.mjs';
import { installFresh } from './packed/installFresh.mjs';
import { nodeLines } from './packed/nodeLines.mjs';
import { packPlugins } from './packed/packPlugins.mjs';

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      node: { type: 'string', multiple: true, default: [] },
      lines: { type: 'boolean', default: false },
    },
  });
  const versions = [...values.node, ...(values.lines ? nodeLines() : [])];
  const folder = mkdtempSync(join(tmpdir(), 'packed-plugins-'));
  const postgres = await temporaryPostgres();
  try {
    const tarballs = await packPlugins(folder);
    await checkPublished(tarballs);
    await installFresh(folder, tarballs);
    const names = [...tarballs.keys()];
    checkContents(folder, names);
    checkTypeDependencies(folder, names);
    await checkBins(folder, names);
    await checkTypes(folder, names);
    if (versions.length === 0) {
      await checkOnNode(folder, postgres);
    }
    for (const version of versions) {
      await checkOnNode(folder, postgres, await fetchNode(folder, version));
    }
    process.stdout.write('The packed packages work in a fresh backend\n');
    return 0;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
