import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { isOutage } from './isOutage';

const ATTEMPT_MS = 5_000;
const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 5_000;

/** A pause that an abort ends with the signal's reason; to be cancelled in any case. */
function startPause(ms: number, signal: AbortSignal) {
  signal.throwIfAborted();
  let cancel = () => {};
  const over = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    cancel = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  return { over, cancel };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { over, cancel } = startPause(ms, signal);
  await over.finally(cancel);
}

async function attemptInTime<T>(
  attempt: () => PromiseLike<T>,
  signal: AbortSignal,
): Promise<T> {
  const { over, cancel } = startPause(ATTEMPT_MS, signal);
  const tooLate = over.then(() => {
    throw Object.assign(
      new Error(`No answer within ${ATTEMPT_MS / 1_000} seconds`),
      { code: 'ETIMEDOUT' },
    );
  });
  try {
    return await Promise.race([attempt(), tooLate]);
  } finally {
    cancel();
  }
}

/** Only the message: other properties of an error may hold how the server is reached. */
function reasonOf(error: unknown): string {
  // Where a name has several addresses, Node's error has a code only.
  return isError(error) ? error.message || String(error.code) : String(error);
}

/**
 * Tries until an attempt succeeds, as long as the database is away. An attempt
 * that takes more than 5 seconds has failed for that reason, too. Each reason is
 * logged once.
 *
 * @throws any other failure of an attempt; the signal's reason once it aborts
 */
export async function waitForDatabase<T>(
  attempt: () => PromiseLike<T>,
  options: { logger: LoggerService; signal: AbortSignal },
): Promise<T> {
  const { logger, signal } = options;
  const reasons = new Set<string>();
  for (let retryMs = FIRST_RETRY_MS; ; retryMs *= 2) {
    try {
      const result = await attemptInTime(attempt, signal);
      if (reasons.size > 0) {
        logger.info('The database answers');
      }
      return result;
    } catch (error) {
      if (signal.aborted || !isOutage(error)) {
        throw error;
      }
      const reason = reasonOf(error);
      if (!reasons.has(reason)) {
        reasons.add(reason);
        logger.warn(`Waiting for the database: ${reason}`);
      }
    }
    await pause(Math.min(retryMs, MAX_RETRY_MS), signal);
  }
}
