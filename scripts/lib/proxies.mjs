import { existsSync } from 'node:fs';

import { aptInstall } from './aptInstall.mjs';

/** Debian's package for each program that the documentation has a sample for. */
const PACKAGES = { nginx: 'nginx-light', haproxy: 'haproxy' };
const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'];

/** Installs the proxies of the documentation where that is possible; their tests say so where they are missing. */
export async function installProxies() {
  const missing = Object.entries(PACKAGES)
    .filter(
      ([name]) => !FOLDERS.some(folder => existsSync(`${folder}/${name}`)),
    )
    .map(([, name]) => name);
  if (missing.length > 0) {
    await aptInstall(...missing);
  }
}
