import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { ROOT } from '../lib/paths.mjs';
import { readManifest } from '../lib/repository.mjs';
import { runQuietly } from '../lib/run.mjs';

const NAME = 'better-sqlite3';

/** The first major whose binary is the same for all Nodes, and in the package. */
const PORTABLE = '13.2.0';
/** What that binary needs, whatever `engines` says: Node 22.14 and later have it. */
const NODE_API_OF_PORTABLE = 10;

/**
 * Replaces the fresh installation's better-sqlite3 by one for another Node:
 * the portable one where it runs, else the repository's version, which npm
 * downloads or compiles for that Node.
 */
export async function provideSqlite(folder, node) {
  const version =
    node.napi >= NODE_API_OF_PORTABLE
      ? PORTABLE
      : readManifest(resolve(ROOT, 'node_modules', NAME)).version;
  const home = join(folder, `sqlite-${node.version}`);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const { code, stderr } = await runQuietly(
    'npm',
    ['install', '--no-audit', '--no-fund', `${NAME}@${version}`],
    {
      cwd: home,
      env: {
        PATH: [dirname(node.execPath), process.env.PATH].join(delimiter),
        npm_config_nodedir: node.dir,
      },
    },
  );
  if (code !== 0) {
    throw new Problem(
      `${NAME} ${version} can't be had for Node ${node.version}:\n${stderr}`,
    );
  }
  const target = join(folder, 'node_modules', NAME);
  rmSync(target, { recursive: true });
  cpSync(join(home, 'node_modules', NAME), target, { recursive: true });
}
