/**
 * Checks what `backstage-cli repo fix --publish --check` doesn't: that every
 * manifest says the same of licence, engines and repository, names only files
 * that are there, and declares only what is imported.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { runMain } from './lib/Problem.mjs';
import { ROOT } from './lib/paths.mjs';
import { findUnusedDependencies } from './lib/unusedDependencies.mjs';
import { readManifest, readWorkspaces } from './lib/repository.mjs';

const REQUIRED_OF_PLUGINS = [
  'description',
  'keywords',
  'homepage',
  'bugs',
  'repository',
  'files',
];

const LICENSE_TEXT = readFileSync(resolve(ROOT, 'LICENSE'), 'utf8');

await runMain(async () => {
  const root = readManifest(ROOT);
  const lerna = JSON.parse(readFileSync(resolve(ROOT, 'lerna.json'), 'utf8'));
  const mistakes = [
    [lerna.version === 'independent', "lerna.json: version isn't independent"],
    [lerna.npmClient === 'yarn', "lerna.json: npmClient isn't 'yarn'"],
    ...readWorkspaces().flatMap(workspace => checkWorkspace(workspace, root)),
  ]
    .filter(([holds]) => !holds)
    .map(([, message]) => message);
  mistakes.forEach(line => process.stderr.write(`${line}\n`));
  process.stdout.write(`Checked the manifests: ${mistakes.length} mistakes\n`);
  return mistakes.length === 0 ? 0 : 1;
});

function checkWorkspace({ dir, folder, manifest }, root) {
  const has = file => existsSync(join(dir, file));
  const says = (holds, message) => [holds, `${folder}: ${message}`];
  const checks = [
    says(manifest.license === root.license, 'license differs from the root'),
    says(Boolean(manifest.backstage?.role), 'backstage.role is missing'),
    says(has('README.md'), 'README.md is missing'),
    says(
      has('config.d.ts') === (manifest.configSchema === 'config.d.ts'),
      'config.d.ts and configSchema do not go together',
    ),
  ];
  checks.push(
    ...findUnusedDependencies(dir, manifest).map(name =>
      says(false, `nothing imports ${name}`),
    ),
  );
  if (manifest.private) {
    return checks;
  }
  const entryPoints = Object.values(manifest.exports ?? {});
  return [
    ...checks,
    ...REQUIRED_OF_PLUGINS.map(key =>
      says(Boolean(manifest[key]), `${key} is missing`),
    ),
    says(
      manifest.engines?.node === root.engines.node,
      'engines.node differs from the root',
    ),
    says(
      manifest.repository?.directory === folder,
      `repository.directory isn't '${folder}'`,
    ),
    says(
      manifest.exports?.['./package.json'] === './package.json',
      'exports lacks ./package.json',
    ),
    ...entryPoints.map(file =>
      says(has(file), `exports names no file: ${file}`),
    ),
    says(
      has('src/alpha.ts') || has('src/alpha.tsx') || has('src/alpha/index.ts')
        ? Boolean(manifest.exports?.['./alpha'])
        : true,
      'exports lacks ./alpha',
    ),
    says(has('CHANGELOG.md'), 'CHANGELOG.md is missing'),
    // Names of ours are in the registry with versions below, of another set.
    says(Number.parseInt(manifest.version, 10) >= 1, 'version is below 1.0.0'),
    ...['config.d.ts', 'migrations', 'threads', 'CHANGELOG.md'].map(file =>
      says(
        has(file) === manifest.files.includes(file),
        `files and the folder disagree on ${file}`,
      ),
    ),
    says(has('report.api.md'), 'report.api.md is missing'),
    // npm takes it into a package only from the package's own folder.
    says(
      has('LICENSE') &&
        readFileSync(join(dir, 'LICENSE'), 'utf8') === LICENSE_TEXT,
      "LICENSE isn't a copy of the root's",
    ),
  ];
}
