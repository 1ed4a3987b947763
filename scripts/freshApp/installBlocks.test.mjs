import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { installBlocks } from './installBlocks.mjs';

const fence = '```';
const README = `# A plugin

${fence}sh
npm run demo
${fence}

## Install

1. In a list:

   ${fence}yaml entity
   # examples/org.yaml
   ---
   kind: User
   ${fence}

${fence}yaml
# app-config.yaml
# Configuration
a: 1
${fence}

${fence}diff
// packages/backend/src/index.ts
-old;
+new;
${fence}

### New front-end system

${fence}tsx
// packages/app/src/App.tsx
new;
${fence}

### Old front-end system

${fence}tsx
old;
${fence}

### Before Backstage 2

${fence}json
{ "older": 1 }
${fence}

### In both

${fence}ts
both;
${fence}

## Configuration

${fence}yaml
b: 2
${fence}
`;

const codes = (frontend, release) =>
  installBlocks(README, { frontend, release }).map(({ code }) => code.trim());

describe('installBlocks', () => {
  it('gives what stands below the heading, with the file that it names', () => {
    const blocks = installBlocks(README, { frontend: 'new' });
    assert.deepEqual(blocks.slice(0, 3), [
      {
        language: 'yaml',
        file: 'examples/org.yaml',
        code: '---\nkind: User\n',
        line: 11,
      },
      {
        language: 'yaml',
        file: 'app-config.yaml',
        code: '# Configuration\na: 1\n',
        line: 17,
      },
      {
        language: 'diff',
        file: 'packages/backend/src/index.ts',
        code: '-old;\n+new;\n',
        line: 23,
      },
    ]);
  });

  it('leaves out what is for the other front-end system', () => {
    assert.deepEqual(codes('new').slice(3), ['new;', 'both;']);
    assert.deepEqual(codes('old').slice(3), ['old;', 'both;']);
  });

  it('reads what is for older releases only in an app of the oldest', () => {
    const older = '{ "older": 1 }';
    assert.ok(codes('new', 'oldest').includes(older));
    assert.ok(!codes('new', 'newest').includes(older));
  });
});
