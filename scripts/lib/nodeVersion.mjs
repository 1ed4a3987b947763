import { Problem } from './Problem.mjs';
import { ROOT } from './paths.mjs';
import { readManifest } from './repository.mjs';

/** Throws when this Node is not supported, and warns when it has a known fault. */
export function checkNode() {
  checkNodeVersion();
  const warning = nodeVersionWarning();
  if (warning) {
    process.stderr.write(`${warning}\n`);
  }
}

/** Throws unless the version is one that package.json's `engines` allows. */
export function checkNodeVersion(version = process.versions.node) {
  if (!satisfies(version, readManifest(ROOT).engines.node)) {
    throw new Problem(
      `Node ${version} is not supported: install Node 24, or 22.12 and later, or 20.19 and later (https://nodejs.org/en/download) and run this again.`,
    );
  }
}

/**
 * What is known to be troublesome about a supported version, if anything: one
 * sentence. better-sqlite3 12 aborts while garbage is collected when it was
 * compiled for Node 24.19 or later (nodejs/node#65446).
 */
export function nodeVersionWarning(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 && minor >= 19
    ? `Node ${version} can abort processes that use SQLite (nodejs/node#65446): if that happens, use Node 24.18.1 or 22.`
    : undefined;
}

/** Of a range only what `engines` needs: no package is installed yet. */
function satisfies(version, range) {
  return range.split('||').some(alternative =>
    alternative
      .trim()
      .split(' ')
      .every(comparator => {
        const [, operator, bound] = /^(>=|<)([\d.]+)$/.exec(comparator);
        const order = version.localeCompare(bound, 'en', { numeric: true });
        return operator === '<' ? order < 0 : order >= 0;
      }),
  );
}
