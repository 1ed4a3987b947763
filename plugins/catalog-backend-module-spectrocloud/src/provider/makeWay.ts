import { setTimeout } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PaletteUser } from '@terasky/backstage-plugin-spectrocloud-common';
import type { MatchedUsers } from '../people/matchUsers';

/** When it looks after the run: at a start all providers fill the catalog at once. */
const LOOKS_AT_MS = [5_000, 15_000, 30_000, 50_000];

/** Waits for so many milliseconds. @throws where the signal aborts */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<unknown>;

/** Sleeps by the clock of this machine. */
export const wait: Sleep = (ms, signal) =>
  setTimeout(ms, undefined, { signal });

/**
 * Looks for Users of other providers who come a little later than those that a run has
 * made, and has it run again: nobody can sign in whom the catalog has twice.
 *
 * @param created - whom the run has made Users of
 */
export async function makeWay(
  created: PaletteUser[],
  options: {
    match(users: PaletteUser[]): Promise<MatchedUsers>;
    runAgain(): Promise<unknown>;
    logger: LoggerService;
    signal: AbortSignal;
    /** When the next run is due, in milliseconds, which puts right what this leaves. */
    nextRunMs: number;
    sleep?: Sleep;
  },
): Promise<void> {
  const { match, runAgain, logger, signal, sleep = wait } = options;
  let left = created;
  let waited = 0;
  for (const at of LOOKS_AT_MS) {
    if (left.length === 0 || at >= options.nextRunMs) return;
    try {
      await sleep(at - waited, signal);
      waited = at;
    } catch {
      // The time of the run is up.
      return;
    }
    const { refs, ambiguous } = await match(left);
    const count = refs.size + ambiguous.size;
    if (count > 0) {
      logger.info(`${count} users of Palette are other providers' by now`);
      await runAgain();
      left = left.filter(
        ({ metadata: { uid } }) => !refs.has(uid) && !ambiguous.has(uid),
      );
    }
  }
}
