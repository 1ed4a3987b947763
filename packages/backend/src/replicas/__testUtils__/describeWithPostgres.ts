import { CONNECTION } from './TestPostgres';

/** Runs tests that need two processes on one database, or says why not. */
export const describeWithPostgres = process.env[CONNECTION]
  ? describe
  : describe.skip;

if (!process.env[CONNECTION]) {
  process.stderr.write(
    `skipped: no PostgreSQL, since ${CONNECTION} is not set\n`,
  );
}
