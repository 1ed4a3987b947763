import { Problem } from './Problem.mjs';

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
  const [major, minor] = version.split('.').map(Number);
  const supported =
    major === 22 || major === 24 || (major === 20 && minor >= 19);
  if (!supported) {
    throw new Problem(
      `Node ${version} is not supported: install Node 24, 22 or 20.19 and later (https://nodejs.org/en/download) and run this again.`,
    );
  }
}

/**
 * What is known to be troublesome about a supported version, if anything: one
 * sentence. An addon of the kind that better-sqlite3 is aborts while garbage is
 * collected when it was compiled for Node 24.19 or later (nodejs/node#65446).
 */
export function nodeVersionWarning(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 && minor >= 19
    ? `Node ${version} can abort processes that use SQLite (nodejs/node#65446): if that happens, use Node 24.18.1 or 22.`
    : undefined;
}
