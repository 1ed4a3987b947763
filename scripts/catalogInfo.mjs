/**
 * Writes the `catalog-info.yaml` of the repository and of each package from the
 * manifests; with `--check` it only says which aren't what they should be, and what the
 * catalog would not take. Backstage's own `generate-catalog-info` wants a CODEOWNERS file
 * with teams, of which none is known here.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import * as prettier from 'prettier';
import { parseAllDocuments, stringify } from 'yaml';

import { runMain } from './lib/Problem.mjs';
import { catalogEntities } from './lib/catalogEntities.mjs';
import { findCatalogMistakes } from './lib/findCatalogMistakes.mjs';
import { ROOT } from './lib/paths.mjs';
import { readManifest, readWorkspaces } from './lib/repository.mjs';

const HEAD = '# Written by `yarn write:catalog-info` from package.json.\n';

await runMain(async () => {
  const files = catalogEntities(readManifest(ROOT), readWorkspaces());
  const stale = [];
  for (const [file, entities] of files) {
    const path = resolve(ROOT, file);
    const wanted = await write(path, entities);
    if (!process.argv.includes('--check')) {
      writeFileSync(path, wanted);
    } else if (!existsSync(path) || readFileSync(path, 'utf8') !== wanted) {
      stale.push(`${file} is stale: run \`yarn write:catalog-info\``);
    }
  }
  const mistakes = [
    ...stale,
    ...(await findCatalogMistakes([...files.keys()].flatMap(readEntities))),
  ];
  mistakes.forEach(line => process.stderr.write(`${line}\n`));
  process.stdout.write(
    `Checked ${files.size} catalog-info.yaml: ${mistakes.length} mistakes\n`,
  );
  return mistakes.length === 0 ? 0 : 1;
});

async function write(path, entities) {
  const documents = entities.map(entity => stringify(entity, { lineWidth: 0 }));
  const options = await prettier.resolveConfig(path);
  return prettier.format(HEAD + documents.join('---\n'), {
    ...options,
    filepath: path,
  });
}

function readEntities(file) {
  const path = resolve(ROOT, file);
  return existsSync(path)
    ? parseAllDocuments(readFileSync(path, 'utf8')).map(doc => doc.toJS())
    : [];
}
