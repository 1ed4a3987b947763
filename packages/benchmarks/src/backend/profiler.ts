import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Takes CPU profiles of this process, as `node --cpu-prof` does, but of a part of its life. */
export function createProfiler() {
  const session = new Session();
  session.connect();
  return {
    async start(): Promise<void> {
      await session.post('Profiler.enable');
      await session.post('Profiler.start');
    },
    /** Ends it; the file opens in a browser's developer tools. */
    async stop(file: string): Promise<void> {
      const { profile } = await session.post('Profiler.stop');
      writeFileSync(file, JSON.stringify(profile));
    },
  };
}
