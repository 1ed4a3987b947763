import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { freePort } from '../lib/freePort.mjs';
import { bin } from '../lib/paths.mjs';
import { runQuietly } from '../lib/run.mjs';
import { waitUntilReady } from '../lib/waitUntilReady.mjs';

const READY_TIMEOUT_MS = 60_000;

/**
 * Starts a registry on loopback with all that it keeps in that folder, and resolves to its
 * address. It has packages of our scope only when they are published to it, whatever the
 * registry of this machine has of them; everything else it fetches there.
 */
export async function startRegistry(folder, group) {
  mkdirSync(folder);
  const address = `127.0.0.1:${await freePort()}`;
  const config = join(folder, 'config.yaml');
  writeFileSync(config, JSON.stringify(configuration(await uplink())));
  const service = {
    name: 'registry',
    title: 'throw-away registry',
    command: process.execPath,
    args: [bin('verdaccio'), '--config', config, '--listen', address],
    cwd: folder,
    readyUrl: `http://${address}/-/ping`,
  };
  const giveUp = new AbortController();
  group.on('exit', () => giveUp.abort());
  group.start(service);
  await waitUntilReady(service, {
    timeoutMs: READY_TIMEOUT_MS,
    signal: giveUp.signal,
  });
  if (giveUp.signal.aborted) {
    throw new Problem('The throw-away registry ended before it was ready.');
  }
  return `http://${address}`;
}

/** JSON is YAML, too. */
function configuration(url) {
  return {
    storage: './storage',
    web: { enable: false },
    uplinks: { machine: { url } },
    packages: {
      '@terasky/*': { access: '$all', publish: '$all' },
      '**': { access: '$all', proxy: 'machine' },
    },
    log: { type: 'stdout', format: 'pretty', level: 'warn' },
  };
}

/** The registry that npm uses on this machine. */
async function uplink() {
  const { code, stdout, stderr } = await runQuietly('npm', [
    ...['config', 'get', 'registry'],
  ]);
  if (code !== 0) {
    throw new Problem(`npm names no registry:\n${stderr}`);
  }
  return stdout.trim();
}
