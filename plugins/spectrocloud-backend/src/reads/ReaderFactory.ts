import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { CallerHints, CallerResolver } from '../caller/CallerResolver';
import type { PaletteInstances } from '../PaletteInstances';
import { PaletteReader } from './PaletteReader';
import type { ReadCache } from './ReadCache';

/** What readers are made of. */
export interface ReaderFactoryOptions {
  instances: PaletteInstances;
  callers: CallerResolver;
  cache: ReadCache;
  logger: LoggerService;
  /** How long lists are held. */
  listTtlMs: number;
  /** How long a request may take, waiting for its turn included. */
  requestTimeoutMs: number;
}

/** Makes a reader for each request of the HTTP API and each invocation of an action. */
export class ReaderFactory {
  readonly #options: ReaderFactoryOptions;

  private constructor(options: ReaderFactoryOptions) {
    this.#options = options;
  }

  static create(options: ReaderFactoryOptions): ReaderFactory {
    return new ReaderFactory(options);
  }

  /**
   * A reader for whoever the credentials are.
   *
   * @throws `NotFoundError` for an unknown instance, and the errors of `CallerResolver`.
   */
  async open(request: {
    credentials: BackstageCredentials;
    instance?: string;
    /** Names the request in audit events. */
    operation: string;
    allowServiceToken: boolean;
    hints?: CallerHints;
    fresh?: boolean;
    signal?: AbortSignal;
    /** The HTTP request, for audit events. */
    request?: Request;
  }): Promise<PaletteReader> {
    const { instances, callers, cache, logger } = this.#options;
    const { listTtlMs, requestTimeoutMs } = this.#options;
    const deadline = Date.now() + requestTimeoutMs;
    const caller = await callers.resolve({
      credentials: request.credentials,
      instance: instances.get(request.instance),
      hints: request.hints ?? {},
      request: request.request,
      serviceToken: request.allowServiceToken
        ? { operation: request.operation }
        : undefined,
    });
    return PaletteReader.create({
      caller,
      cache,
      logger,
      deadline,
      listTtlMs,
      fresh: request.fresh ?? false,
      signal: request.signal,
    });
  }
}
