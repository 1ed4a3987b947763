import { accessSync, constants } from 'node:fs';

import { Problem } from './Problem.mjs';
import { aptInstall } from './aptInstall.mjs';

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
  await aptInstall('chromium');
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
