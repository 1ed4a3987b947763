import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { compileSamples } from './compileSamples.mjs';

let root;

before(() => {
  root = mkdtempSync(join(tmpdir(), 'samples-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'tsconfig.json'), '{}');
  writeFileSync(join(root, 'ambient.d.ts'), 'declare const backend: string;\n');
  writeFileSync(join(root, 'src/one.ts'), 'export const one = 1;\n');
});

after(() => rmSync(root, { recursive: true }));

const compile = (...samples) =>
  compileSamples({
    root,
    ambient: join(root, 'ambient.d.ts'),
    samples: samples.map((sample, i) => ({
      file: 'README.md',
      line: 10 * (i + 1),
      language: 'ts',
      ...sample,
    })),
  });

describe('compileSamples', () => {
  it('takes what is declared, imported or awaited', () => {
    const code = "import { one } from './one';\nawait one;\nbackend.length;\n";
    assert.deepEqual(compile({ code, folder: 'src' }), []);
  });

  it('names the line of the Markdown file', () => {
    assert.deepEqual(compile({ code: '\nbackend.none;\n' }), [
      "README.md:12: Property 'none' does not exist on type 'string'.",
    ]);
  });

  it('finds what is half a statement', () => {
    assert.match(compile({ code: 'const a = {' }).join(), /README\.md:1\d: /);
  });

  it('keeps samples apart', () => {
    const code = 'const same = 1;\n';
    assert.deepEqual(compile({ code }, { code }), []);
  });
});
