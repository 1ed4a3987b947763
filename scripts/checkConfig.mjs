/**
 * Validates the app-config files and the YAML samples of the documentation
 * against the schema that all `config.d.ts` files make up. Undeclared keys are
 * mistakes, so that a sample can't teach a key that nothing reads.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { loadConfigSchema } from '@backstage/config-loader';
import { parse } from 'yaml';

import { runMain } from './lib/Problem.mjs';
import { codeBlocks } from './lib/markdown.mjs';
import { ROOT } from './lib/paths.mjs';
import { listFiles, readWorkspaces } from './lib/repository.mjs';

const CONFIG_FILES = ['app-config.yaml', 'app-config.production.yaml'];

await runMain(async () => {
  const schema = await loadConfigSchema({
    dependencies: readWorkspaces().map(({ manifest }) => manifest.name),
    packagePaths: [resolve(ROOT, 'package.json')],
    noUndeclaredProperties: true,
  });
  const base = CONFIG_FILES.slice(0, 1).filter(exists).map(readConfigFile);
  const samples = (await listFiles('*.md')).flatMap(readSamples);
  const subjects = [
    ...CONFIG_FILES.filter(exists).map(readConfigFile),
    ...samples,
  ];

  const mistakes = subjects.flatMap(subject =>
    findMistakes(schema, [...base, subject]).map(
      message => `${subject.context}: ${message}`,
    ),
  );
  mistakes.forEach(line => process.stderr.write(`${line}\n`));
  process.stdout.write(
    `Checked ${subjects.length} configurations, ${samples.length} of them samples in the documentation: ${mistakes.length} mistakes\n`,
  );
  return mistakes.length === 0 ? 0 : 1;
});

function findMistakes(schema, configs) {
  try {
    schema.process(configs, { visibility: ['frontend', 'backend', 'secret'] });
    return [];
  } catch (error) {
    return error.messages ?? [error.message];
  }
}

function exists(file) {
  return existsSync(resolve(ROOT, file));
}

function readConfigFile(file) {
  const data = parse(readFileSync(resolve(ROOT, file), 'utf8'));
  return { context: file, data };
}

/** A sample that isn't configuration says so after the language: ```yaml entity */
function readSamples(file) {
  return codeBlocks(readFileSync(resolve(ROOT, file), 'utf8'), 'yaml')
    .filter(({ info }) => info === 'yaml')
    .map(({ code, line }) => ({
      context: `${file}:${line}`,
      data: parse(code),
    }));
}
