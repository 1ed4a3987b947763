import { Problem } from './Problem.mjs';

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
