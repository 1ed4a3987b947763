import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { ROOT } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** All workspaces as `{ dir, folder, manifest }`, folder relative to the root. */
export function readWorkspaces() {
  return ['packages', 'plugins'].flatMap(parent =>
    readdirSync(resolve(ROOT, parent)).map(name => {
      const dir = resolve(ROOT, parent, name);
      return { dir, folder: relative(ROOT, dir), manifest: readManifest(dir) };
    }),
  );
}

/** The workspaces that are published. */
export function readPlugins() {
  return readWorkspaces().filter(({ manifest }) => !manifest.private);
}

/** A folder's package.json. */
export function readManifest(dir) {
  return JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
}

/** The paths, relative to the root, that git tracks or would. */
export async function listFiles(...patterns) {
  const { stdout } = await runQuietly('git', [
    ...['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--'],
    ...patterns,
  ]);
  return stdout.split('\0').filter(Boolean);
}

/** What git sees as changed, as text that can be compared. */
export async function describeTree() {
  const status = await runQuietly('git', ['status', '--porcelain']);
  const diff = await runQuietly('git', ['diff', 'HEAD']);
  return { status: status.stdout, everything: status.stdout + diff.stdout };
}
