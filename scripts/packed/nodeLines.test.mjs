import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { nodeLines } from './nodeLines.mjs';

describe('nodeLines', () => {
  it('begins with the lowest version of each line', () => {
    const engines = { node: '>=20.19.0 <21 || >=22.12.0 <23 || >=24.0.0' };
    assert.deepEqual(nodeLines({ engines }).slice(0, 3), [
      '20.19.0',
      '22.12.0',
      '24.0.0',
    ]);
  });

  it('finds them in the engines of this repository', () => {
    assert.equal(nodeLines().every(Boolean), true);
  });
});
