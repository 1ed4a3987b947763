import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parse } from 'yaml';

import { lockOf } from './lockOf.mjs';

const REGISTRY = {
  '@backstage/a@1.2.0': { '@backstage/b': '^0.3.9', express: '^4.0.0' },
  '@backstage/b@0.3.9': { '@backstage/c': '^1.0.0' },
  '@backstage/c@1.0.0': { '@backstage/b': '^0.3.10', '@backstage/a': '^1.2.0' },
  '@backstage/b@0.3.10': { '@backstage/c': '^1.0.0' },
};

describe('lockOf', () => {
  it('locks the version of the release, which its packages ask for at least', async () => {
    const lock = await lockOf([['@backstage/a', '^1.2.0']], async packages =>
      packages.map(one => ({ dependencies: REGISTRY[one] })),
    );
    const { __metadata: _, ...entries } = parse(lock);
    assert.deepEqual(
      Object.entries(entries).map(([key, { resolution }]) => [key, resolution]),
      [
        ['@backstage/a@npm:^1.2.0', '@backstage/a@npm:1.2.0'],
        ['@backstage/b@npm:^0.3.9', '@backstage/b@npm:0.3.10'],
        ['@backstage/c@npm:^1.0.0', '@backstage/c@npm:1.0.0'],
        ['@backstage/b@npm:^0.3.10', '@backstage/b@npm:0.3.10'],
      ],
    );
  });
});
