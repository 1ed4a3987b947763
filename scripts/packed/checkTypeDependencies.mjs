import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

import ts from 'typescript';

import { Problem } from '../lib/Problem.mjs';
import { readManifest } from '../lib/repository.mjs';

/**
 * Brought by `@backstage/plugin-catalog-react`, which is declared, in that release's
 * own version: a range of ours would bring apps before 1.57 a second copy.
 */
const BROUGHT = ['@backstage/filter-predicates'];

/** Every package that a declaration of a tarball names is one that it depends on. */
export function checkTypeDependencies(folder, names) {
  const missing = names.flatMap(name => {
    const dir = join(folder, 'node_modules', name);
    const { dependencies, peerDependencies } = readManifest(dir);
    const declared = { ...dependencies, ...peerDependencies };
    return [...namesIn(join(dir, 'dist'))]
      .filter(used => used !== name && !isBuiltin(used))
      .filter(used => !BROUGHT.includes(used))
      .filter(used => {
        const types = `@types/${used.replace(/^@(.+)\//, '$1__')}`;
        return !(used in declared) || needsTypes(folder, used, types, declared);
      })
      .map(used => `${name}: its types name ${used}, which it doesn't declare`);
  });
  if (missing.length > 0) {
    throw new Problem(missing.join('\n'));
  }
}

/** Whether the types of a package are another one, and that isn't declared. */
function needsTypes(folder, used, types, declared) {
  const manifest = readManifest(join(folder, 'node_modules', used));
  const brings =
    manifest.types ??
    manifest.typings ??
    JSON.stringify(manifest.exports ?? '');
  return !/\.d\.[cm]?ts/.test(brings) && !(types in declared);
}

/** The packages that the declarations below a folder import. */
function namesIn(dir) {
  const files = readdirSync(dir, { recursive: true })
    .map(file => join(dir, String(file)))
    .filter(file => file.endsWith('.d.ts'));
  return new Set(
    files.flatMap(file =>
      ts
        .preProcessFile(readFileSync(file, 'utf8'))
        .importedFiles.map(({ fileName }) => fileName)
        .filter(path => !path.startsWith('.'))
        .map(path =>
          path
            .split('/')
            .slice(0, path.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    ),
  );
}
