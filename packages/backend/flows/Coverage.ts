import { Session } from 'node:inspector/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(__dirname, '../../..');
/** What an installer gets, and what the sample adds to it. */
const OURS = /^(?:plugins\/[^/]+|packages\/backend)\/(?:src|threads)\//;
/** An `index.ts` has no function but the getters that transpiling makes of its exports. */
const NOT_COUNTED = /__testUtils__|__fixtures__|\/index\.ts$/;

function toRepositoryPath(url: string): string {
  return relative(ROOT, url.startsWith('file:') ? fileURLToPath(url) : url);
}

/** Tells in which of our files a function has run, by V8's precise coverage. */
export class Coverage {
  readonly #session = new Session();

  private constructor() {}

  /** From here on, functions are counted. */
  static async start(): Promise<Coverage> {
    const coverage = new Coverage();
    coverage.#session.connect();
    await coverage.#session.post('Profiler.enable');
    await coverage.#session.post('Profiler.startPreciseCoverage', {
      callCount: true,
      detailed: false,
    });
    return coverage;
  }

  /** Files of ours, relative to the repository, in which a function ran since the last call. */
  async take(): Promise<string[]> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ functions }) =>
        functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)),
      )
      .map(({ url }) => toRepositoryPath(url))
      .filter(path => OURS.test(path) && !NOT_COUNTED.test(path))
      .sort();
  }

  stop(): void {
    this.#session.disconnect();
  }
}
