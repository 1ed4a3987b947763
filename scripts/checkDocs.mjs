/** Checks that every relative link and anchor in the Markdown files resolves. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

import { runMain } from './lib/Problem.mjs';
import { findLinks, headingAnchors } from './lib/markdown.mjs';
import { ROOT } from './lib/paths.mjs';
import { listFiles } from './lib/repository.mjs';

await runMain(async () => {
  const files = await listFiles('*.md');
  const broken = files.flatMap(file =>
    findLinks(readFileSync(resolve(ROOT, file), 'utf8'))
      .map(link => ({ link, problem: checkLink(resolve(ROOT, file), link) }))
      .filter(({ problem }) => problem)
      .map(({ link, problem }) => `${file}: '${link}' ${problem}`),
  );
  broken.forEach(line => process.stderr.write(`${line}\n`));
  process.stdout.write(
    `Checked the links of ${files.length} Markdown files: ${broken.length} broken\n`,
  );
  return broken.length === 0 ? 0 : 1;
});

function checkLink(file, link) {
  if (/^[a-z][a-z+.-]*:/i.test(link)) {
    return undefined;
  }
  const [path, anchor] = link.split('#');
  const target = path ? resolve(dirname(file), decodeURI(path)) : file;
  if (relative(ROOT, target).startsWith('..')) {
    return 'leaves the repository';
  }
  if (!existsSync(target)) {
    return 'leads nowhere';
  }
  if (anchor && statSync(target).isFile() && target.endsWith('.md')) {
    return headingAnchors(readFileSync(target, 'utf8')).has(anchor)
      ? undefined
      : `names a heading that ${relative(ROOT, target)} does not have`;
  }
  return undefined;
}
