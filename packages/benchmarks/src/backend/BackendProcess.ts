import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ServerProcess } from '../process/ServerProcess';
import { type BackendOptions, backendConfig } from './backendConfig';
import { freePort } from './freePort';
import type { Usage } from './usage';

const ENTRY = require.resolve('./entry');

/** A backend of some checkout, in a process of its own, as in production. */
export class BackendProcess {
  readonly baseUrl: string;
  readonly logFile: string;
  readonly #server: ServerProcess<true>;

  private constructor(
    baseUrl: string,
    logFile: string,
    server: ServerProcess<true>,
  ) {
    this.baseUrl = baseUrl;
    this.logFile = logFile;
    this.#server = server;
  }

  static async start(
    options: Omit<BackendOptions, 'port'> & {
      /** Root of the checkout. */
      checkout: string;
      /** Where its configuration and its log go. */
      folder: string;
    },
  ): Promise<BackendProcess> {
    const { checkout, folder, withOidc = false, catalogProvider } = options;
    const { kubernetes, withPaletteClusters = false } = options;
    const port = await freePort();
    const configFile = join(folder, `${port}.json`);
    const logFile = join(folder, `${port}.log`);
    writeFileSync(
      configFile,
      JSON.stringify(backendConfig({ ...options, port })),
    );
    const cwd = join(checkout, 'packages', 'backend');
    const transform = createRequire(join(cwd, 'package.json')).resolve(
      '@backstage/cli/config/nodeTransform.cjs',
    );
    const server = await ServerProcess.start<true>({
      main: ENTRY,
      args: ['--config', configFile],
      execArgv: ['--expose-gc', '--require', transform],
      cwd,
      env: {
        NODE_ENV: 'production',
        BENCHMARK_CHECKOUT: checkout,
        BENCHMARK_WITH_OIDC: String(withOidc),
        BENCHMARK_WITH_CATALOG: String(Boolean(catalogProvider)),
        BENCHMARK_WITH_KUBERNETES: String(Boolean(kubernetes)),
        BENCHMARK_WITH_PALETTE_CLUSTERS: String(withPaletteClusters),
      },
      logFile,
    });
    return new BackendProcess(`http://localhost:${port}`, logFile, server);
  }

  /** What it has used since it started. */
  async usage(options?: { collect: boolean }): Promise<Usage> {
    return this.#server.ask('usage', options);
  }

  /** Takes a CPU profile of it while something is done. */
  async profile<T>(file: string, work: () => Promise<T>): Promise<T> {
    await this.#server.ask('startProfile');
    const result = await work();
    await this.#server.ask('stopProfile', file);
    return result;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}
