import type { JsonObject } from '@backstage/types';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { freePort } from '../src/__testUtils__/freePort';
import { SecretWatch } from '../src/__testUtils__/SecretWatch';
import { Replica } from '../src/replicas/__testUtils__/Replica';
import { TcpProxy } from '../src/replicas/__testUtils__/TcpProxy';
import { TestPostgres } from '../src/replicas/__testUtils__/TestPostgres';
import { Balancer } from './Balancer';
import { Choices } from './Choices';
import type { Question } from './replicaMain';

const MAIN = require.resolve('./replicaMain');
/** So that each browser sees several renewals. */
const TOKEN_LIFE_S = 60;
const REPLICAS = 2;

/** Two replicas on one database, a Palette, and what can be disturbed between them. */
export class World {
  readonly palette: PaletteSimulator;
  readonly databaseProxy: TcpProxy;
  readonly replicas: Replica[];
  readonly balancer: Balancer;
  readonly secrets = new SecretWatch();
  readonly #postgres: TestPostgres;

  private constructor(parts: {
    palette: PaletteSimulator;
    databaseProxy: TcpProxy;
    replicas: Replica[];
    balancer: Balancer;
    postgres: TestPostgres;
  }) {
    this.palette = parts.palette;
    this.databaseProxy = parts.databaseProxy;
    this.replicas = parts.replicas;
    this.balancer = parts.balancer;
    this.#postgres = parts.postgres;
  }

  static async start(seed: number, userCount: number): Promise<World> {
    const postgres = new TestPostgres();
    const databaseProxy = await TcpProxy.create(postgres.url);
    await databaseProxy.become('up');
    const palette = await startPaletteSimulator({
      size: { extraUsers: userCount },
      settings: {
        idTokenTtlSeconds: TOKEN_LIFE_S,
        sessionTtlSeconds: TOKEN_LIFE_S,
      },
    });
    const publicPort = await freePort();
    const ports = await Promise.all(
      Array.from({ length: REPLICAS }, () => freePort()),
    );
    const replicas: Replica[] = [];
    for (const port of ports) {
      // One after the other: knex's first migrations of a database bear no company.
      replicas.push(
        await Replica.start({
          main: MAIN,
          port,
          paletteUrl: palette.url,
          database: postgres.configThrough(`127.0.0.1:${databaseProxy.port}`),
          config: configOf(publicPort, port),
        }),
      );
    }
    const balancer = await Balancer.start(
      publicPort,
      ports,
      new Choices(seed, 1),
    );
    return new World({
      palette,
      databaseProxy,
      replicas,
      balancer,
      postgres,
    });
  }

  get baseUrl(): string {
    return `http://localhost:${this.balancer.port}`;
  }

  /** The log lines since the last time, of all replicas. */
  async takeLogs(): Promise<string[]> {
    const answers = await Promise.all(
      this.replicas.map(replica =>
        replica.ask({ ask: 'logs' } satisfies Question, hasLines),
      ),
    );
    return answers.flatMap(answer => answer?.lines ?? []);
  }

  /** Bytes of heap in use, of each replica. */
  async readMemory(): Promise<number[]> {
    const answers = await Promise.all(
      this.replicas.map(replica =>
        replica.ask({ ask: 'memory' } satisfies Question, hasUsedHeap),
      ),
    );
    return answers.map(answer => answer?.usedHeap ?? 0);
  }

  async stepClock(replica: Replica, offsetMs: number): Promise<void> {
    await replica.ask({ ask: 'clock', offsetMs } satisfies Question, hasOffset);
  }

  async stop(): Promise<void> {
    await this.balancer.stop();
    await Promise.all(this.replicas.map(replica => replica.kill()));
    await this.databaseProxy.become('down');
    await this.palette.close();
    await this.#postgres.drop();
  }
}

function configOf(publicPort: number, port: number): JsonObject {
  const baseUrl = `http://localhost:${publicPort}`;
  return {
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      lifecycle: { serverShutdownDelay: '2s' },
    },
    auth: {
      providers: {
        spectrocloud: {
          development: {
            signIn: {
              resolvers: [
                {
                  resolver: 'emailLocalPartMatchingUserEntityName',
                  allowedDomains: ['acme.example', 'spectro.example'],
                  dangerouslyAllowSignInWithoutUserInCatalog: true,
                },
              ],
            },
          },
        },
      },
    },
  };
}

function isObject(message: unknown): message is object {
  return typeof message === 'object' && message !== null;
}

function hasLines(message: unknown): message is { lines: string[] } {
  return isObject(message) && 'lines' in message;
}

function hasUsedHeap(message: unknown): message is { usedHeap: number } {
  return isObject(message) && 'usedHeap' in message;
}

function hasOffset(message: unknown): message is { offsetMs: number } {
  return isObject(message) && 'offsetMs' in message;
}
