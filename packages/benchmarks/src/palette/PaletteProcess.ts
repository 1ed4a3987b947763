import { join } from 'node:path';
import { ServerProcess } from '../process/ServerProcess';
import type { PaletteSettings } from './MemoryPalette';

const MAIN = require.resolve('./main');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

interface PaletteReady {
  url: string;
  clusterUids: string[];
}

/** The Palette that answers from memory, in a process of its own. */
export class PaletteProcess {
  readonly #server: ServerProcess<PaletteReady>;

  private constructor(server: ServerProcess<PaletteReady>) {
    this.#server = server;
  }

  static async start(options: {
    projects: number;
    clusters: number;
    /** Where its log goes. */
    folder: string;
  }): Promise<PaletteProcess> {
    const { projects, clusters, folder } = options;
    return new PaletteProcess(
      await ServerProcess.start<PaletteReady>({
        main: MAIN,
        args: [JSON.stringify({ projects, clusters })],
        execArgv: ['--require', TRANSFORM],
        cwd: process.cwd(),
        env: { NODE_ENV: 'production' },
        logFile: join(folder, 'palette.log'),
      }),
    );
  }

  get url(): string {
    return this.#server.ready.url;
  }

  /** Those of the lists; any other uid has a cluster too. */
  get clusterUids(): string[] {
    return this.#server.ready.clusterUids;
  }

  /** Changes settings; the limits begin with full buckets. */
  async configure(settings: Partial<PaletteSettings>): Promise<void> {
    await this.#server.ask('configure', settings);
  }

  /** A session token for reads without a backend between. */
  async signIn(email: string): Promise<string> {
    return this.#server.ask('signIn', email);
  }

  /** Calls since they were last asked for, by `<method> <path> <status>`. */
  async takeCounts(): Promise<Record<string, number>> {
    return this.#server.ask('takeCounts');
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}
