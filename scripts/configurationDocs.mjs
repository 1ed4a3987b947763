/**
 * Writes `docs/configuration.md` from the `config.d.ts` of the packages, so that no
 * key is missing there; with `--check` it only says whether it is what it should be.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import { loadConfigSchema } from '@backstage/config-loader';
import * as prettier from 'prettier';

import { runMain } from './lib/Problem.mjs';
import { configurationTable, listKeys } from './lib/configurationTable.mjs';
import { ROOT } from './lib/paths.mjs';
import { readManifest, readPlugins } from './lib/repository.mjs';

const FILE = resolve(ROOT, 'docs/configuration.md');
/** TechDocs publishes the folder docs alone. */
const SOURCES = `${readManifest(ROOT).repository.url}/blob/main`;
const HEAD = `# Configuration

Every key that the packages read, from their schemas: this page is written by
\`yarn write:configuration\`, and the gate compares it. Defaults and reasons are in the
packages' READMEs, and what most installations need is in [the README](${SOURCES}/README.md#configuration).

\`<name>\` is a name that you choose: below \`auth.providers.spectrocloud\` that of an auth
environment. Durations are written \`{ seconds: 10 }\`, \`10s\` or \`PT10S\`. A key that
none of the packages knows is no mistake of its own; one that is misspelt below
\`auth.providers.spectrocloud\` stops the backend at start.
`;

await runMain(async () => {
  const wanted = await format(await writePage());
  const found = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, wanted);
    return 0;
  }
  const name = relative(ROOT, FILE);
  process.stdout.write(
    found === wanted
      ? `${name} has every key\n`
      : `${name} is stale: run \`yarn write:configuration\` and look at what changed\n`,
  );
  return found === wanted ? 0 : 1;
});

async function writePage() {
  const plugins = readPlugins().filter(
    ({ manifest }) => manifest.configSchema === 'config.d.ts',
  );
  const loaded = await loadConfigSchema({
    dependencies: plugins.map(({ manifest }) => manifest.name),
    packagePaths: [resolve(ROOT, 'package.json')],
  });
  const { schemas } = loaded.serialize();
  const sections = plugins
    .map(({ manifest, folder }) => ({
      folder,
      manifest,
      keys: listKeys(
        schemas.find(({ packageName }) => packageName === manifest.name)
          ?.value ?? {},
      ),
    }))
    .filter(({ keys }) => keys.length > 0)
    .map(
      ({ manifest, folder, keys }) =>
        `## ${manifest.name.split('/')[1]}\n\n[README](${SOURCES}/${folder}/README.md)\n\n${configurationTable(
          keys,
        )}\n`,
    );
  return [HEAD, ...sections].join('\n');
}

async function format(text) {
  const options = await prettier.resolveConfig(FILE);
  return prettier.format(text, { ...options, filepath: FILE });
}
