import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { countCopies } from './countCopies.mjs';

const lockfile = ours => `
__metadata:
  version: 8

"@terasky/plugin@file:/plugin.tgz":
  version: 0.1.0
  resolution: "@terasky/plugin@file:/plugin.tgz"
  dependencies:
    "@backstage/errors": "npm:${ours}"

"@backstage/app@npm:^1.0.0":
  version: 1.0.0
  resolution: "@backstage/app@npm:1.0.0"
  dependencies:
    "@backstage/errors": "npm:^1.3.1"
    "@backstage/cli": "npm:^1.0.0"

"@backstage/cli@npm:^1.0.0":
  version: 1.0.0
  resolution: "@backstage/cli@npm:1.0.0"

"@backstage/errors@npm:^1.3.1":
  version: 1.3.1
  resolution: "@backstage/errors@npm:1.3.1"

"@backstage/errors@npm:^1.4.0":
  version: 1.4.0
  resolution: "@backstage/errors@npm:1.4.0"
`;

describe('countCopies', () => {
  it('counts the Backstage packages that ours depend on', () => {
    assert.equal(countCopies(lockfile('^1.3.1')), 1);
  });

  it('names a package with two copies, and who asks for which', () => {
    assert.throws(
      () => countCopies(lockfile('^1.4.0')),
      ({ message }) => {
        assert.match(
          message,
          /errors 1\.3\.1, for @backstage\/app \(\^1\.3\.1\)/,
        );
        assert.match(
          message,
          /errors 1\.4\.0, for @terasky\/plugin \(\^1\.4\.0\)/,
        );
        return true;
      },
    );
  });
});
