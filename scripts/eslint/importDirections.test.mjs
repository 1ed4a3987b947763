import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { ESLint } from 'eslint';

import { ROOT } from '../lib/paths.mjs';

const { DIRECTIONS } = createRequire(import.meta.url)('./importDirections.js');

const folders = new Map(
  ['packages', 'plugins'].flatMap(parent =>
    readdirSync(resolve(ROOT, parent))
      .map(folder => resolve(ROOT, parent, folder))
      .map(dir => [
        JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')).name,
        dir,
      ]),
  ),
);

/** Each way to reach a package; `%` is the package. */
const FIXTURES = {
  'a static import': "import { x } from '%';\nx();\n",
  'a type import': "import type { X } from '%';\nexport type Y = X;\n",
  'an import for its effects': "import '%';\n",
  'a re-export': "export { x } from '%';\n",
  'a re-export of everything': "export * from '%';\n",
  'a subpath import': "import { x } from '%/alpha';\nx();\n",
  'a deep import': "import { x } from '%/src/deep/file';\nx();\n",
  'a re-export of a subpath': "export * from '%/alpha';\n",
  'a dynamic import': "export const load = () => import('%');\n",
  'a dynamic import of a subpath':
    "export const load = () => import('%/alpha');\n",
  'an import type': "export type X = import('%').X;\n",
  'a require': "export const x = require('%');\n",
};

describe('import directions', () => {
  const linters = new Map();
  const cwd = process.cwd();
  // The CLI's configuration looks for the package in the working directory.
  before(() => process.chdir(ROOT));
  after(() => process.chdir(cwd));

  async function directionErrors(importer, code, file) {
    const dir = folders.get(importer);
    if (!linters.has(importer)) {
      linters.set(importer, new ESLint({ cwd: dir }));
    }
    const [{ messages }] = await linters
      .get(importer)
      .lintText(code, { filePath: join(dir, file) });
    const fatal = messages.find(message => message.fatal);
    assert.equal(fatal, undefined, fatal?.message);
    return messages.filter(
      ({ message, severity }) =>
        severity === 2 && message.includes(`${importer} must not import `),
    );
  }

  it('cover every package', () => {
    assert.deepEqual(
      Object.keys(DIRECTIONS).sort(),
      [...folders.keys()].sort(),
    );
  });

  for (const [importer, { mayImport, testsMayImport = [] }] of Object.entries(
    DIRECTIONS,
  )) {
    for (const imported of Object.keys(DIRECTIONS)) {
      const allowed = importer === imported || mayImport.includes(imported);
      const inTests = allowed || testsMayImport.includes(imported);
      const verb = allowed ? 'let' : 'keep';
      it(`${verb} ${importer} ${allowed ? 'import' : 'from importing'} ${imported}`, async () => {
        for (const [kind, code] of Object.entries(FIXTURES)) {
          for (const [file, expected] of [
            ['src/fixture.ts', allowed ? 0 : 1],
            ['src/fixture.test.ts', inTests ? 0 : 1],
          ]) {
            const errors = await directionErrors(
              importer,
              code.replace('%', imported),
              file,
            );
            assert.equal(errors.length, expected, `${kind} in ${file}`);
          }
        }
      });
    }
  }

  it('are what each package lints with', () => {
    for (const dir of folders.values()) {
      assert.match(
        readFileSync(join(dir, '.eslintrc.js'), 'utf8'),
        /scripts\/eslint\/createPackageConfig/,
        relative(ROOT, dir),
      );
    }
  });
});
