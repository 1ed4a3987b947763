/**
 * Checks that every link and anchor in the Markdown files resolves: the relative ones,
 * and those to files of this repository by its address. And that TechDocs shows each
 * page of docs, which is what `nav` of mkdocs.yml leads to.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parse } from 'yaml';

import { runMain } from './lib/Problem.mjs';
import { checkLink } from './lib/checkLink.mjs';
import { findLinks } from './lib/markdown.mjs';
import { navPages } from './lib/navPages.mjs';
import { ROOT } from './lib/paths.mjs';
import { listFiles, readManifest } from './lib/repository.mjs';

await runMain(async () => {
  const files = await listFiles('*.md');
  const where = { root: ROOT, repository: readManifest(ROOT).repository.url };
  const broken = files.flatMap(file =>
    findLinks(readFileSync(resolve(ROOT, file), 'utf8'))
      .map(link => ({
        link,
        problem: checkLink(where, resolve(ROOT, file), link),
      }))
      .filter(({ problem }) => problem)
      .map(({ link, problem }) => `${file}: '${link}' ${problem}`),
  );
  const hidden = findHiddenPages(files);
  [...broken, ...hidden].forEach(line => process.stderr.write(`${line}\n`));
  process.stdout.write(
    `Checked the links of ${files.length} Markdown files: ${broken.length} broken\n`,
  );
  return broken.length + hidden.length === 0 ? 0 : 1;
});

function findHiddenPages(files) {
  const { nav } = parse(readFileSync(resolve(ROOT, 'mkdocs.yml'), 'utf8'));
  const shown = new Set(navPages(nav).map(page => `docs/${page}`));
  return files
    .filter(file => file.startsWith('docs/') && !shown.has(file))
    .map(file => `${file}: not in 'nav' of mkdocs.yml`);
}
