import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readSamples } from './samples.mjs';

const block = info => `\`\`\`${info}\nlet a = 1;\n\`\`\`\n`;
const read = info => {
  const [{ code, line, ...rest }] = readSamples(block(info));
  return rest;
};

describe('readSamples', () => {
  it('gives the blocks of both languages in their order', () => {
    const text = `${block('tsx')}${block('yaml')}${block('ts')}`;
    assert.deepEqual(
      readSamples(text).map(({ language, line }) => ({ language, line })),
      [
        { language: 'tsx', line: 1 },
        { language: 'ts', line: 7 },
      ],
    );
  });

  it('reads from where imports lead', () => {
    assert.deepEqual(read('ts in plugins/a/src'), {
      language: 'ts',
      folder: 'plugins/a/src',
    });
  });

  it('leaves out what says why', () => {
    assert.deepEqual(read('ts nocheck: half a function'), {
      language: 'ts',
      reason: 'half a function',
    });
  });

  it('wants that reason, and no other words', () => {
    assert.match(read('ts nocheck').mistake, /needs its reason/);
    assert.match(read('ts nocheck:').mistake, /needs its reason/);
    assert.match(read('tsx whatever').mistake, /neither/);
  });
});
