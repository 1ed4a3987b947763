import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { pinnedYarn } from '../lib/install.mjs';
import { FreshApp } from './FreshApp.mjs';

/** The templates of today refuse Node 20, on which the app itself runs. */
const NODE = 'node@22';

/**
 * Makes an app as `@backstage/create-app` of that version does, without installing it.
 * Its Yarn runs with `env`.
 */
export async function createFreshApp(folder, { createApp, frontend, env }) {
  const [yes, yarn] = pinnedYarn();
  const child = spawn(
    'npx',
    [
      ...[
        yes,
        '-p',
        NODE,
        '-p',
        yarn,
        '-p',
        `@backstage/create-app@${createApp}`,
      ],
      ...['backstage-create-app', '--skip-install', '--path', 'app'],
      ...(frontend === 'old' ? ['--legacy'] : []),
    ],
    { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let output = '';
  const collect = chunk => {
    output += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.stdin.end('fresh-backstage\n');
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Problem(`A fresh app can't be made:\n${output}`);
  }
  return new FreshApp(join(folder, 'app'), env);
}
