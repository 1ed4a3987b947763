import { accessSync, constants } from 'node:fs';

import { Problem } from './Problem.mjs';
import { run } from './run.mjs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser of the browser tests; Debian's Chromium is installed if none is there. */
export async function findOrInstallChromium() {
  const found = find();
  if (found) {
    return found;
  }
  const isRoot = process.getuid?.() === 0;
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    const [command, ...rest] = isRoot
      ? ['apt-get', ...args]
      : ['sudo', '-n', 'apt-get', ...args];
    await run(command, rest, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    }).catch(() => undefined);
  }
  const installed = find();
  if (!installed) {
    throw new Problem(
      'The browser tests need Chromium and it could not be installed: install it, or set CHROMIUM_PATH to its executable.',
    );
  }
  return installed;
}

function find() {
  return [process.env.CHROMIUM_PATH, ...CANDIDATES]
    .filter(Boolean)
    .find(path => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
