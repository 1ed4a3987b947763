import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { applyChange } from './applyChange.mjs';

const SAMPLE = `-backend.add(
-  import('theirs'),
-);
+backend.add(import('./ours'));
`;
const BEFORE = `backend.add(
  import('theirs'),
);
backend.start();
`;
const AFTER = `backend.add(import('./ours'));
backend.start();
`;

describe('applyChange', () => {
  it('puts the new lines in the place of the old ones, once', () => {
    assert.equal(applyChange(BEFORE, SAMPLE), AFTER);
    assert.equal(applyChange(AFTER, SAMPLE), AFTER);
  });

  it('refuses to change what the file does not have', () => {
    assert.throws(
      () => applyChange('backend.start();\n', SAMPLE),
      /there is no 'backend.add\(\n {2}import\('theirs'\),\n\);' in the file/,
    );
  });
});
