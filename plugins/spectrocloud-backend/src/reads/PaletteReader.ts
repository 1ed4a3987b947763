import type { LoggerService } from '@backstage/backend-plugin-api';
import { PaletteClient } from '../palette/PaletteClient';
import type { PaletteCaller } from '../caller/PaletteCaller';
import type { ReadCache } from './ReadCache';

/** One request of a caller. */
export interface PaletteReaderOptions {
  caller: PaletteCaller;
  cache: ReadCache;
  logger: LoggerService;
  /** When the request must be answered, in ms since 1970. */
  deadline: number;
  /** How long lists are held. */
  listTtlMs: number;
  /** `Cache-Control: no-cache` of the request. */
  fresh: boolean;
  signal?: AbortSignal;
}

/** Palette as the caller of one request sees it. */
export class PaletteReader {
  readonly #options: PaletteReaderOptions;

  private constructor(options: PaletteReaderOptions) {
    this.#options = options;
  }

  static create(options: PaletteReaderOptions): PaletteReader {
    return new PaletteReader(options);
  }

  get caller(): PaletteCaller {
    return this.#options.caller;
  }

  get logger(): LoggerService {
    return this.#options.logger;
  }

  /** Palette itself, nothing held. */
  client(): PaletteClient {
    const { caller, logger, deadline, signal } = this.#options;
    return PaletteClient.create({ caller, logger, deadline, signal });
  }

  /**
   * A list, asked for once by all who want it at the same time, and held for a
   * few seconds. `read` gets a reader that goes on when this request's caller
   * goes away while others wait.
   */
  async list<T>(
    operation: string,
    parameters: ReadonlyArray<string | undefined>,
    read: (reader: PaletteReader) => Promise<T>,
  ): Promise<T> {
    return this.#share(operation, parameters, read, this.#options.listTtlMs);
  }

  /** A list that is held from before, however long ago; nothing is asked for it. */
  held<T>(
    operation: string,
    parameters: ReadonlyArray<string | undefined>,
  ): T | undefined {
    const { caller, cache } = this.#options;
    return cache.held<T>({
      callerKey: caller.cacheKey,
      operation,
      parameters,
    });
  }

  /** Something single: shared by those who ask at the same time, never held. */
  async one<T>(
    operation: string,
    parameters: ReadonlyArray<string | undefined>,
    read: (reader: PaletteReader) => Promise<T>,
  ): Promise<T> {
    return this.#share(operation, parameters, read, 0);
  }

  /** The caller changed something: what is held may be wrong now. */
  forget(): void {
    const { caller, cache } = this.#options;
    cache.dropSession(caller.session.sessionId);
  }

  async #share<T>(
    operation: string,
    parameters: ReadonlyArray<string | undefined>,
    read: (reader: PaletteReader) => Promise<T>,
    ttlMs: number,
  ): Promise<T> {
    const { caller, cache, fresh, signal } = this.#options;
    return cache.read({
      callerKey: caller.cacheKey,
      sessionId: caller.session.sessionId,
      operation,
      parameters,
      ttlMs,
      fresh,
      signal,
      read: shared =>
        read(PaletteReader.create({ ...this.#options, signal: shared })),
    });
  }
}
