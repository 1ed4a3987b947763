import { setTimeout as delay } from 'node:timers/promises';

/** Time, as tests move it by themselves. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Comes back after that many milliseconds; fails with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds, undefined, { signal });
  },
};
