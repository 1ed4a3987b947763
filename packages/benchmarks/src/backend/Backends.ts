import type { JsonObject } from '@backstage/types';
import type { BenchmarkContext, Checkout } from '../Benchmark';
import { BackendProcess } from './BackendProcess';
import {
  type BenchmarkDatabase,
  type DatabaseKind,
  postgresDatabase,
  sqliteDatabase,
} from './databases';

/** A database for one benchmark. */
export function createDatabase(
  { postgres, folder }: Pick<BenchmarkContext, 'postgres' | 'folder'>,
  kind: DatabaseKind,
): BenchmarkDatabase {
  return kind === 'SQLite'
    ? sqliteDatabase(folder)
    : postgresDatabase(postgres);
}

/** The backends of one benchmark, all ended together. */
export class Backends {
  readonly #context: BenchmarkContext;
  readonly #processes: BackendProcess[] = [];
  readonly #databases: BenchmarkDatabase[] = [];

  private constructor(context: BenchmarkContext) {
    this.#context = context;
  }

  /** Runs a benchmark with backends, and ends them whatever comes of it. */
  static async use<T>(
    context: BenchmarkContext,
    work: (backends: Backends) => Promise<T>,
  ): Promise<T> {
    const backends = new Backends(context);
    try {
      return await work(backends);
    } finally {
      await backends.#stop();
    }
  }

  /** A database that is dropped at the end. */
  database(kind: DatabaseKind): BenchmarkDatabase {
    const database = createDatabase(this.#context, kind);
    this.#databases.push(database);
    return database;
  }

  /** Starts a backend of a checkout; several on one database are replicas. */
  async start(
    checkout: Checkout,
    database: BenchmarkDatabase,
    options: {
      limits?: boolean;
      listTtl?: JsonObject;
      withOidc?: boolean;
      /** Another one than the benchmarks'. */
      paletteUrl?: string;
      kubernetes?: JsonObject;
      withPaletteClusters?: boolean;
    } = {},
  ): Promise<BackendProcess> {
    const backend = await BackendProcess.start({
      paletteUrl: this.#context.palette.url,
      ...options,
      checkout: checkout.path,
      folder: this.#context.folder,
      database: database.config,
    });
    this.#processes.push(backend);
    return backend;
  }

  async #stop(): Promise<void> {
    await Promise.all(this.#processes.map(backend => backend.stop()));
    for (const database of this.#databases) {
      await database.drop();
    }
  }
}
