import { SessionUnavailableError } from './errors';

/** Tries again after each delay while the session is unavailable, and at once where another attempt is worth it. */
export async function attemptPatiently<T>(
  attempt: () => Promise<T>,
  options: {
    /** In ms, one for each further attempt. */
    delays: readonly number[];
    wait: (ms: number) => Promise<void>;
    isWorthAnother: (error: unknown) => Promise<boolean>;
  },
): Promise<T> {
  const delays = [...options.delays];
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (await options.isWorthAnother(error)) {
        continue;
      }
      const delay = delays.shift();
      if (!(error instanceof SessionUnavailableError) || delay === undefined) {
        throw error;
      }
      await options.wait(delay);
    }
  }
}
