const LONGEST_WAIT_MS = 40_000;

/**
 * Runs a task while no other tab of this browser runs one of the same name.
 * A tab that hangs is waited for only so long, and a browser without locks
 * (a page that is neither https nor localhost) goes ahead at once.
 */
export async function withTabLock<T>(
  name: string,
  task: () => Promise<T>,
): Promise<T> {
  if (typeof navigator === 'undefined' || !navigator.locks) {
    return task();
  }
  const waited = new AbortController();
  const timer = setTimeout(() => waited.abort(), LONGEST_WAIT_MS);
  try {
    return await navigator.locks.request(
      name,
      { signal: waited.signal },
      async () => {
        clearTimeout(timer);
        return task();
      },
    );
  } catch (error) {
    if (waited.signal.aborted) {
      return task();
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
