/**
 * Compiles the TypeScript samples of the Markdown files with the types of this
 * repository, so that a sample can't name what isn't there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { runMain } from './lib/Problem.mjs';
import { compileSamples } from './lib/compileSamples.mjs';
import { ROOT } from './lib/paths.mjs';
import { listFiles } from './lib/repository.mjs';
import { readSamples } from './lib/samples.mjs';

await runMain(async () => {
  const samples = (await listFiles('*.md', ':!*.api.md')).flatMap(file =>
    readSamples(readFileSync(resolve(ROOT, file), 'utf8')).map(sample => ({
      file,
      ...sample,
    })),
  );
  const compiled = samples.filter(({ reason, mistake }) => !reason && !mistake);
  const mistakes = [
    ...samples.filter(({ mistake }) => mistake).map(describe),
    ...samples
      .filter(({ folder }) => folder && !existsSync(resolve(ROOT, folder)))
      .map(sample => describe({ ...sample, mistake: 'no such folder' })),
    ...compileSamples({
      root: ROOT,
      ambient: resolve(ROOT, 'scripts/samples/app.d.ts'),
      samples: compiled,
    }),
  ];
  mistakes.forEach(line => process.stderr.write(`${line}\n`));
  const unchecked = samples.filter(({ reason }) => reason);
  process.stdout.write(
    `Compiled ${compiled.length} samples of the documentation: ${mistakes.length} mistakes; ${unchecked.length} are left out, with their reason\n`,
  );
  return mistakes.length === 0 ? 0 : 1;
});

function describe({ file, line, mistake }) {
  return `${file}:${line}: ${mistake}`;
}
