import { resolve } from 'node:path';
import { CONNECTION } from './TestPostgres';

/** Names the folder of an installed checkout of a former commit; `yarn check:rolling-upgrade` makes one. */
const FORMER = 'ROLLING_UPGRADE_FROM';

const folder = process.env[FORMER];

/** Runs tests that need a former release beside this one, or says why not. */
export const describeWithFormerRelease =
  folder && process.env[CONNECTION] ? describe : describe.skip;

if (!folder) {
  process.stderr.write(
    `skipped: no former release, since ${FORMER} is not set\n`,
  );
} else if (!process.env[CONNECTION]) {
  process.stderr.write(
    `skipped: no PostgreSQL, since ${CONNECTION} is not set\n`,
  );
}

/** The main file of a replica of that release. */
export function formerReplicaMain(): string {
  return resolve(
    folder ?? '',
    'packages/backend/src/replicas/__testUtils__/replicaMain.ts',
  );
}
