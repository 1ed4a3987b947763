import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { runQuietly } from '../lib/run.mjs';

/**
 * Fetches a Node from the npm registry: the platform's package, which has the
 * headers, too, unlike the package `node`. Resolves to
 * `{ version, napi, execPath, dir }`.
 */
export async function fetchNode(folder, version) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const home = join(folder, `node-${version}`);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const { code, stderr } = await runQuietly(
    'npm',
    ['install', '--no-audit', '--no-fund', `${name}@${version}`],
    { cwd: home },
  );
  if (code !== 0) {
    throw new Problem(`Node ${version} can't be fetched:\n${stderr}`);
  }
  const dir = join(home, 'node_modules', name);
  const execPath = join(dir, 'bin/node');
  const { stdout } = await runQuietly(execPath, [
    ...['-p', 'JSON.stringify(process.versions)'],
  ]);
  const { node, napi } = JSON.parse(stdout);
  return { version: node, napi: Number(napi), execPath, dir };
}
