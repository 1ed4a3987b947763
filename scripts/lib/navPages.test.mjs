import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { navPages } from './navPages.mjs';

describe('navPages', () => {
  it('finds the pages of all levels', () => {
    assert.deepEqual(
      navPages([
        { Start: 'index.md' },
        { More: [{ One: 'a/one.md' }, 'two.md'] },
      ]),
      ['index.md', 'a/one.md', 'two.md'],
    );
  });
});
