import { existsSync, readFileSync } from 'node:fs';

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** Sums results; every result is `{ passed, failed, skipped }`. */
export function sumResults(results) {
  return results.reduce(
    (sum, result) => ({
      passed: sum.passed + result.passed,
      failed: sum.failed + result.failed,
      skipped: sum.skipped + result.skipped,
    }),
    NOTHING,
  );
}

/** Reads Jest's `--json` output; a test file that can't run counts as failed. */
export function readJestResults(file) {
  return readResults(file, report => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** Reads the output of Playwright's JSON reporter; a flaky test is a failure. */
export function readPlaywrightResults(file) {
  return readResults(file, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }));
}

/** Reads what this repository's own scripts write. */
export function readOwnResults(file) {
  return readResults(file, report => report);
}

/** A run that left no report has failed, whatever its exit code said. */
function readResults(file, pick) {
  return existsSync(file)
    ? pick(JSON.parse(readFileSync(file, 'utf8')))
    : { ...NOTHING, failed: 1 };
}
