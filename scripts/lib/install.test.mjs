import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { missingBuildTools, pinnedYarn } from './install.mjs';

function folderWith(...names) {
  const folder = mkdtempSync(join(tmpdir(), 'tools-'));
  for (const name of names) {
    writeFileSync(join(folder, name), '#!/bin/sh\n');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

describe('missingBuildTools', () => {
  it('names all that a compilation needs and that PATH lacks', () => {
    assert.deepEqual(missingBuildTools({ PATH: folderWith('make') }), [
      'python3',
      'a C++ compiler (g++)',
    ]);
  });

  it('is content with other names and with what the environment names', () => {
    const PATH = folderWith('gmake', 'clang++');
    assert.deepEqual(missingBuildTools({ PATH, PYTHON: '/opt/python' }), []);
  });
});

describe('pinnedYarn', () => {
  it('is the version that package.json pins', () => {
    assert.match(pinnedYarn().at(-1), /^@yarnpkg\/cli-dist@\d+\.\d+\.\d+$/);
  });
});
