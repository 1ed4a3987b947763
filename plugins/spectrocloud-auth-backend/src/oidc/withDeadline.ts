import { LoginFailure } from '../login/LoginFailure';

/**
 * Settles like the work, but no later than the deadline.
 *
 * Each call to Palette has the same timeout of its own; this bounds their sum.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  timeoutMs: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new LoginFailure('palette_timeout')),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
