import { setTimeout as delay } from 'node:timers/promises';

/**
 * What work brings, if it does within some milliseconds; else the work goes on unwatched.
 *
 * @returns undefined when it takes longer
 * @throws what the work throws within that time
 */
export async function withinPatience<T>(
  work: Promise<T>,
  milliseconds: number,
): Promise<T | undefined> {
  const patience = new AbortController();
  try {
    return await Promise.race([
      work,
      delay(milliseconds, undefined, { signal: patience.signal }),
    ]);
  } finally {
    patience.abort();
  }
}
