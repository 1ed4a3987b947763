import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = /\.([cm]?[jt]sx?|html)$/;
const LEFT_OUT = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * Named by declarations alone, in types that TypeScript infers; `checkTypeDependencies`
 * wants them declared.
 */
export const INFERRED = ['@backstage/config'];

/** What a package needs without importing it. */
const NEEDED_UNSEEN = [
  /^@backstage\/cli$/, // builds, lints and tests the package
  /^(react|react-dom|react-router-dom|@testing-library\/dom)$/, // peers of what is imported
  /^(better-sqlite3|pg)$/, // loaded by name, as the configuration says
  /^app$/, // served by the backend
];

/** The declared dependencies of a package that none of its files names. */
export function findUnusedDependencies(dir, manifest) {
  const source = readSource(dir);
  const declared = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.peerDependencies,
  });
  const describesDeclared = name =>
    name.startsWith('@types/') && declared.includes(name.slice(7));
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(name => !NEEDED_UNSEEN.some(pattern => pattern.test(name)))
    .filter(name => !INFERRED.includes(name))
    .filter(name => !describesDeclared(name))
    .filter(
      name =>
        !["'", '"', '`'].some(
          quote =>
            source.includes(`${quote}${name}${quote}`) ||
            source.includes(`${quote}${name}/`),
        ),
    );
}

function readSource(dir) {
  return readdirSync(dir, { withFileTypes: true })
    .map(entry => {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) {
        return LEFT_OUT.has(entry.name) ? '' : readSource(path);
      }
      return SOURCE.test(entry.name) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}
