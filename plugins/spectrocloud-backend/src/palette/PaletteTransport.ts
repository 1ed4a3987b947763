import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  PALETTE_USER_AGENT,
  readBody,
  TimeLimit,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Dispatcher } from 'undici';
import { type PaletteLimiter, prefixOf } from '../limits/PaletteLimiter';
import { retryDelayMs, retryAfterMs } from '../limits/retry';
import type { PaletteMetrics } from '../metrics';
import { PaletteBusyError } from '../errors/PaletteErrors';
import { translateError } from './translateError';
import { translateNetworkError } from './translateNetworkError';

const MAX_ATTEMPTS = 4;
/** With less time than this left, a call is not begun. */
const MIN_CALL_MS = 50;
const MAX_ERROR_BYTES = 64 * 1024;
const RETRIED_STATUSES = new Set([429, 502, 503, 504]);

/** How a call proves who it is for. */
export type PaletteAuthorization =
  { kind: 'session'; token: string } | { kind: 'apiKey'; apiKey: string };

/** One call to Palette. */
export interface PaletteCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Made by `palettePath`. */
  path: string;
  query?: Record<string, string | undefined>;
  body?: unknown;
  /** Project scope; without it Palette answers for the tenant. */
  projectUid?: string;
  authorization: PaletteAuthorization;
  /** Whose turn the call takes in the queue; safe to log. */
  userKey: string;
  /** Whether it can be sent again; never for creations and changes. */
  idempotent: boolean;
  creation?: boolean;
  /** It changes a cluster, or asks whether it can be changed so. */
  change?: boolean;
  /** Of the body, should Palette echo it. */
  secrets?: string[];
  signal?: AbortSignal;
  /** When the caller's request must be answered, in ms since 1970. */
  deadline: number;
}

/** A successful answer, its body not yet read. */
export interface PaletteAnswer {
  body: Readable;
  contentType: string;
}

/** What a transport is made of. */
export interface PaletteTransportOptions {
  environment: { name: string; url: string };
  dispatcher: Dispatcher;
  limiter: PaletteLimiter;
  metrics: PaletteMetrics;
  logger: LoggerService;
  /** Each attempt's own limit. */
  timeoutMs: number;
  now?: () => number;
}

/** Sends calls to one Palette: queued under its limits, timed, retried where that is safe. */
export class PaletteTransport {
  readonly #options: PaletteTransportOptions;
  readonly #now: () => number;

  constructor(options: PaletteTransportOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * A successful answer, its body not yet read.
   *
   * @throws the errors of `translateError`, `translateNetworkError` and `PaletteBusyError`.
   */
  async send(call: PaletteCall): Promise<PaletteAnswer> {
    const { environment, limiter, logger } = this.#options;
    const prefix = prefixOf(call.path);
    for (let attempt = 1; ; attempt++) {
      await limiter.acquire({
        origin: environment.url,
        prefix,
        userKey: call.userKey,
        signal: call.signal,
        deadline: call.deadline,
      });
      const response = await this.#attempt(call, prefix);
      if (response.statusCode >= 200 && response.statusCode < 300) {
        return {
          body: response.body,
          contentType: String(response.headers['content-type'] ?? ''),
        };
      }
      const body = await readBody(response.body, MAX_ERROR_BYTES, {
        onTooLarge: 'truncate',
      })
        .then(buffer => buffer.toString())
        // The status says enough.
        .catch(() => '');
      const askedDelayMs = retryAfterMs(
        response.headers['retry-after'],
        this.#now(),
      );
      if (response.statusCode === 429) {
        limiter.pause(environment.url, prefix, askedDelayMs);
      }
      const delayMs = retryDelayMs(attempt, askedDelayMs);
      const mayRetry =
        call.idempotent &&
        RETRIED_STATUSES.has(response.statusCode) &&
        attempt < MAX_ATTEMPTS;
      if (mayRetry && this.#now() + delayMs < call.deadline) {
        logger.debug(
          `Palette answered ${response.statusCode} to ${call.method} ${prefix}, attempt ${attempt}, again in ${delayMs} ms`,
        );
        await sleep(delayMs, undefined, { signal: call.signal }).catch(
          error => {
            throw translateNetworkError(error, call, environment.name, logger);
          },
        );
        continue;
      }
      if (response.statusCode === 429) {
        throw new PaletteBusyError(
          Math.max(1, Math.ceil((askedDelayMs ?? delayMs) / 1000)),
        );
      }
      const { authorization } = call;
      throw translateError(
        {
          method: call.method,
          path: call.path,
          status: response.statusCode,
          body,
          secrets: [
            authorization.kind === 'session'
              ? authorization.token
              : authorization.apiKey,
            ...(call.secrets ?? []),
          ],
          creation: call.creation,
          change: call.change,
        },
        logger,
      );
    }
  }

  async #attempt(
    call: PaletteCall,
    prefix: string,
  ): Promise<Dispatcher.ResponseData> {
    const { environment, dispatcher, metrics, logger, timeoutMs } =
      this.#options;
    const remainingMs = Math.min(timeoutMs, call.deadline - this.#now());
    if (remainingMs < MIN_CALL_MS) {
      // The queue has used the request's time up, not Palette.
      throw new PaletteBusyError(1);
    }
    const limit = TimeLimit.start(remainingMs, call.signal);
    const startedAt = this.#now();
    try {
      const response = await limit.race(
        dispatcher.request({
          origin: environment.url,
          path: withQuery(call),
          method: call.method,
          headers: {
            accept: 'application/json, application/octet-stream',
            'user-agent': PALETTE_USER_AGENT,
            ...(call.authorization.kind === 'session'
              ? { authorization: call.authorization.token }
              : { apikey: call.authorization.apiKey }),
            ...(call.projectUid ? { projectuid: call.projectUid } : {}),
            ...(call.body === undefined
              ? {}
              : { 'content-type': 'application/json' }),
          },
          body: call.body === undefined ? undefined : JSON.stringify(call.body),
          signal: limit.signal,
          idempotent: call.idempotent,
        }),
      );
      // undici reports a body that nobody reads to its end as an error of the stream.
      response.body.on('error', () => {});
      // The body is read under the same limit, so one that stalls or trickles ends too.
      response.body.once('close', () => limit.end());
      metrics.call({
        prefix,
        status: String(response.statusCode),
        seconds: (this.#now() - startedAt) / 1000,
      });
      return response;
    } catch (error) {
      limit.end();
      metrics.call({
        prefix,
        status: 'none',
        seconds: (this.#now() - startedAt) / 1000,
      });
      throw translateNetworkError(error, call, environment.name, logger);
    }
  }
}

function withQuery({ path, query = {} }: PaletteCall): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
