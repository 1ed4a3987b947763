import { Session } from 'node:inspector/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(__dirname, '../../..');
/** What an installer gets, and what the sample adds to it. */
const OURS = /^(?:plugins\/[^/]+|packages\/backend)\/(?:src|threads)\//;
/** An `index.ts` only passes exports on. */
const NOT_COUNTED = /__testUtils__|__fixtures__|\/index\.ts$/;
/** Transpiling to CommonJS makes one of each export; it runs wherever the export is looked at. */
const GETTER_OF_EXPORT = /^[\w\s]*\(\)\s*\{\s*return (?!this\b)[\w$.]+;\s*\}$/;

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
    await coverage.#session.post('Debugger.enable');
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
    const files: string[] = [];
    for (const { functions, scriptId, url } of result) {
      const path = toRepositoryPath(url);
      const ran = functions
        .map(({ ranges: [range] }) => range)
        .filter(({ count }) => count > 0);
      if (OURS.test(path) && !NOT_COUNTED.test(path) && ran.length > 0) {
        const { scriptSource } = await this.#session.post(
          'Debugger.getScriptSource',
          { scriptId },
        );
        const isOfOurs = ran.some(
          ({ startOffset, endOffset }) =>
            !GETTER_OF_EXPORT.test(scriptSource.slice(startOffset, endOffset)),
        );
        if (isOfOurs) files.push(path);
      }
    }
    return files.sort();
  }

  stop(): void {
    this.#session.disconnect();
  }
}
