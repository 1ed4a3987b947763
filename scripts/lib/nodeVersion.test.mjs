import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { Problem } from './Problem.mjs';
import { checkNodeVersion, nodeVersionWarning } from './nodeVersion.mjs';

describe('checkNodeVersion', () => {
  for (const version of [
    '20.19.0',
    '20.20.2',
    '22.12.0',
    '22.23.3',
    '24.0.0',
    '26.10.0',
  ]) {
    it(`accepts ${version}`, () => checkNodeVersion(version));
  }

  for (const version of [
    '18.20.0',
    '20.9.0',
    '20.18.3',
    '21.7.0',
    '22.11.0',
    '23.1.0',
  ]) {
    it(`refuses ${version} in one sentence that says what to install`, () => {
      assert.throws(
        () => checkNodeVersion(version),
        error =>
          error instanceof Problem &&
          error.message.includes(version) &&
          error.message.includes('install Node 24, or 22.12 and later') &&
          !error.message.includes('\n'),
      );
    });
  }
});

describe('nodeVersionWarning', () => {
  it('names a version to use instead where SQLite is known to abort', () => {
    assert.match(nodeVersionWarning('24.19.0'), /24\.18\.1 or 22/);
  });

  for (const version of ['20.20.2', '22.23.0', '24.18.1', '26.10.0']) {
    it(`has nothing to say about ${version}`, () => {
      assert.equal(nodeVersionWarning(version), undefined);
    });
  }
});
