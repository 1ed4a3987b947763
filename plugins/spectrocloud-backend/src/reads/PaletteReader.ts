import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import {
  type CallerDeps,
  type CallerHints,
  resolveCaller,
} from '../caller/resolveCaller';
import type { PaletteCaller } from '../palette/PaletteCaller';
import { PaletteClient } from '../palette/PaletteClient';
import type { PaletteInstances } from '../palette/PaletteInstances';
import type { ReadCache } from './ReadCache';

/**
 * How long a plugin's own request may take at least: nobody waits for it at a page, and
 * the list of 10,000 clusters is 200 calls. HTTP clients wait for five minutes.
 */
const SERVICE_TIMEOUT_MS = 240_000;

/** A request of the HTTP API or an invocation of an action. */
export interface ReaderRequest {
  credentials: BackstageCredentials;
  /** Name of the instance; the first one by default. */
  instance?: string;
  /** Names the request in audit events. */
  operation: string;
  allowServiceToken: boolean;
  hints?: CallerHints;
  /** `Cache-Control: no-cache` of the request. */
  fresh?: boolean;
  signal?: AbortSignal;
  /** The HTTP request, for audit events. */
  request?: Request;
}

/** What readers are made with. */
export interface ReaderDeps extends CallerDeps {
  instances: PaletteInstances;
  cache: ReadCache;
  logger: LoggerService;
  /** How long lists are held. */
  listTtlMs: number;
  /** How long a request may take, waiting for its turn included. */
  requestTimeoutMs: number;
}

interface PaletteReaderOptions {
  caller: PaletteCaller;
  cache: ReadCache;
  logger: LoggerService;
  /** When the request must be answered, in ms since 1970. */
  deadline: number;
  requestTimeoutMs: number;
  listTtlMs: number;
  fresh: boolean;
  signal?: AbortSignal;
}

/** Palette as the caller of one request sees it, behind the read cache. */
export class PaletteReader {
  /** Palette itself, nothing held. */
  readonly client: PaletteClient;
  readonly #options: PaletteReaderOptions;

  private constructor(options: PaletteReaderOptions) {
    this.#options = options;
    this.client = new PaletteClient(options);
  }

  /**
   * A reader for whoever the credentials are.
   *
   * @throws `NotFoundError` for an unknown instance, and the errors of `resolveCaller`.
   */
  static async open(
    request: ReaderRequest,
    deps: ReaderDeps,
  ): Promise<PaletteReader> {
    const { cache, logger, listTtlMs, requestTimeoutMs } = deps;
    const isService = deps.auth.isPrincipal(request.credentials, 'service');
    const timeoutMs = isService
      ? Math.max(requestTimeoutMs, SERVICE_TIMEOUT_MS)
      : requestTimeoutMs;
    const deadline = Date.now() + timeoutMs;
    const caller = await resolveCaller(
      {
        credentials: request.credentials,
        instance: deps.instances.get(request.instance),
        hints: request.hints ?? {},
        request: request.request,
        serviceToken: request.allowServiceToken
          ? { operation: request.operation }
          : undefined,
      },
      deps,
    );
    const { fresh = false, signal } = request;
    return new PaletteReader({
      caller,
      cache,
      logger,
      deadline,
      requestTimeoutMs,
      listTtlMs,
      fresh,
      signal,
    });
  }

  get caller(): PaletteCaller {
    return this.#options.caller;
  }

  /** Whether the caller wants nothing that was read before. */
  get fresh(): boolean {
    return this.#options.fresh;
  }

  get logger(): LoggerService {
    return this.#options.logger;
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
    options?: {
      /** How long `held` still finds it, where that is longer; not where nothing is held. */
      keepMs: number;
    },
  ): Promise<T> {
    const ttlMs = this.#options.listTtlMs;
    return this.#share(operation, parameters, read, {
      ttlMs,
      keepMs: Math.max(ttlMs, options?.keepMs ?? 0),
    });
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

  /** Something single: shared by those who ask at the same time, and not held unless it says for how long. */
  async one<T>(
    operation: string,
    parameters: ReadonlyArray<string | undefined>,
    read: (reader: PaletteReader) => Promise<T>,
    options?: {
      /** No longer than lists are. */
      holdMs: number;
    },
  ): Promise<T> {
    const ttlMs = Math.min(this.#options.listTtlMs, options?.holdMs ?? 0);
    return this.#share(operation, parameters, read, { ttlMs, keepMs: ttlMs });
  }

  /** Palette for one call that is made once the request has been answered. */
  behind(): PaletteClient {
    const { caller, logger, requestTimeoutMs } = this.#options;
    const deadline = Date.now() + requestTimeoutMs;
    return new PaletteClient({ caller, logger, deadline, isPatient: true });
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
    { ttlMs, keepMs }: { ttlMs: number; keepMs: number },
  ): Promise<T> {
    const { caller, cache, fresh, signal } = this.#options;
    return cache.read({
      callerKey: caller.cacheKey,
      sessionId: caller.session.sessionId,
      operation,
      parameters,
      ttlMs,
      keepMs,
      fresh,
      signal,
      read: shared =>
        read(new PaletteReader({ ...this.#options, signal: shared })),
    });
  }
}
