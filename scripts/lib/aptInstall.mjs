import { run } from './run.mjs';

/**
 * Installs Debian packages, where that is possible without a password. Whoever
 * needs them looks afterwards whether they are there.
 */
export async function aptInstall(...packages) {
  const isRoot = process.getuid?.() === 0;
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', ...packages],
  ]) {
    const [command, ...rest] = isRoot
      ? ['apt-get', ...args]
      : ['sudo', '-n', 'apt-get', ...args];
    await run(command, rest, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    }).catch(() => undefined);
  }
}
