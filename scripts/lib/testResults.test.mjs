import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import {
  readJestResults,
  readPlaywrightResults,
  sumResults,
} from './testResults.mjs';

function report(data) {
  const file = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json');
  writeFileSync(file, JSON.stringify(data));
  return file;
}

describe('readJestResults', () => {
  it('counts a test file that could not run as a failure', () => {
    const file = report({
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 3,
      numTodoTests: 1,
    });
    assert.deepEqual(readJestResults(file), {
      passed: 5,
      failed: 3,
      skipped: 4,
    });
  });

  it('counts a missing report as a failure', () => {
    assert.equal(readJestResults('/nowhere/report.json').failed, 1);
  });
});

describe('readPlaywrightResults', () => {
  it('counts flaky tests and errors outside tests as failures', () => {
    const file = report({
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'the web server did not start' }],
    });
    assert.deepEqual(readPlaywrightResults(file), {
      passed: 4,
      failed: 3,
      skipped: 2,
    });
  });
});

describe('sumResults', () => {
  it('adds up', () => {
    assert.deepEqual(
      sumResults([
        { passed: 1, failed: 0, skipped: 2 },
        { passed: 2, failed: 1, skipped: 0 },
      ]),
      { passed: 3, failed: 1, skipped: 2 },
    );
  });
});
