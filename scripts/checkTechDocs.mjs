/**
 * Builds the documentation as Backstage's TechDocs does, with mkdocs-techdocs-core
 * from PyPI in an environment of its own. Without Python, or without PyPI, it says
 * so and passes: nothing else here needs either.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { Problem, runMain } from './lib/Problem.mjs';
import { ROOT } from './lib/paths.mjs';
import { runQuietly } from './lib/run.mjs';

/** That TechDocs' container has, or a later one of the same line. */
const CORE = 'mkdocs-techdocs-core~=1.6';

await runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'techdocs-'));
  try {
    const python = join(folder, 'venv/bin/python');
    const made = await tryRun('python3', ['-m', 'venv', join(folder, 'venv')]);
    const installed =
      made && (await tryRun(python, ['-m', 'pip', 'install', '--quiet', CORE]));
    if (!installed) {
      process.stdout.write(
        `Skipped: ${made ? 'mkdocs-techdocs-core could not be installed' : 'there is no Python with venv'}\n`,
      );
      return 0;
    }
    await build(python, join(folder, 'site'));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function build(python, site) {
  const { code, stdout, stderr } = await runQuietly(python, [
    ...['-m', 'mkdocs', 'build', '--quiet', '--strict'],
    ...['--config-file', resolve(ROOT, 'mkdocs.yml'), '--site-dir', site],
  ]);
  if (code !== 0) {
    throw new Problem(
      `TechDocs can't build the documentation:\n${stdout}${stderr}`,
    );
  }
  const pages = readdirSync(resolve(ROOT, 'docs'))
    .filter(file => file.endsWith('.md') && file !== 'index.md')
    .map(file => join(site, file.slice(0, -3), 'index.html'));
  const missing = pages.filter(page => !existsSync(page));
  if (missing.length > 0) {
    throw new Problem(`TechDocs has left out ${missing.join(', ')}`);
  }
  process.stdout.write(`TechDocs built ${pages.length + 1} pages\n`);
}

async function tryRun(command, args) {
  try {
    const { code } = await runQuietly(command, args);
    return code === 0;
  } catch {
    return false;
  }
}
