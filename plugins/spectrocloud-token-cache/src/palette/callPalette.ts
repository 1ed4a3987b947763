import type { MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import {
  AuthenticationError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { version } from '@terasky/backstage-plugin-spectrocloud-token-cache/package.json';
import { fetch as undiciFetch, type Dispatcher } from 'undici';
import { fetchWhole } from '../toolbox/responseBody';

/**
 * `User-Agent` of every call to Palette, by which its operators and its logs
 * tell Backstage from other clients.
 *
 * @public
 */
export const PALETTE_USER_AGENT = `backstage-spectrocloud/${version}`;

const DEFAULT_TIMEOUT_MS = 10_000;
const MAX_BODY_BYTES = 1_048_576;
const MAX_TOKEN_CHARACTERS = 16_384;
/** What can stand in an HTTP header; anything else can't be a token and must not reach one. */
const TOKEN = /^[\x21-\x7e]+$/;

/** A call to one of Palette's session endpoints. */
export interface SessionCall {
  /** Path for messages: never holds a token. */
  name: string;
  path: string;
  method?: 'GET' | 'POST';
  token?: string;
  body?: unknown;
  /** No tracing may see the call: instrumentation of the process puts its URL, which holds a token, into a span. */
  isSecretPath?: boolean;
}

/** What Palette answered. */
export interface SessionAnswer {
  status: number;
  body: string;
}

/** Options of `PaletteSessionApi`. @public */
export interface PaletteSessionApiOptions {
  /** Origin of Palette's API. */
  url: string;
  /** Connection pool, from `createPaletteDispatcher`. */
  dispatcher?: Dispatcher;
  /** Limit of each call, in milliseconds; 10 seconds by default. */
  timeoutMs?: number;
  /**
   * Takes the seconds of each call, with the `prefix` of its path for which Palette
   * limits requests, and its `status`: that of HTTP, `timeout`, or `error` when there
   * was no answer. Nothing in it names a user or a token.
   */
  callDuration?: Pick<MetricsServiceHistogram, 'record'>;
  /** What calls are made with; for tests. */
  fetch?: typeof undiciFetch;
}

/**
 * Calls Palette, and tells how that went.
 *
 * @throws `AuthenticationError` for what can't be a token
 * @throws `ServiceUnavailableError` without an answer in time; it holds no URL, which may hold a token
 */
export async function callPalette(
  options: PaletteSessionApiOptions,
  { name, path, method, token, body, isSecretPath }: SessionCall,
): Promise<SessionAnswer> {
  if (token !== undefined) {
    checkToken(token);
  }
  const { url, dispatcher, timeoutMs, fetch = undiciFetch } = options;
  const tracing = isSecretPath
    ? suppressTracing(context.active())
    : context.active();
  const startedAt = performance.now();
  let outcome = 'error';
  try {
    const { response, body: answer } = await fetchWhole(
      signal =>
        context.with(tracing, () =>
          fetch(`${url}${path}`, {
            method: method ?? 'GET',
            headers: {
              accept: 'application/json',
              'user-agent': PALETTE_USER_AGENT,
              // No proxy may answer one session with the token of another.
              'cache-control': 'no-store',
              ...(token !== undefined && { authorization: token }),
              ...(body !== undefined && { 'content-type': 'application/json' }),
            },
            body: body === undefined ? undefined : JSON.stringify(body),
            // A redirect would carry the token to wherever it points.
            redirect: 'manual',
            signal,
            dispatcher,
          }),
        ),
      {
        timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
        maxBytes: MAX_BODY_BYTES,
      },
    );
    outcome = String(response.status);
    return { status: response.status, body: answer.toString('utf8') };
  } catch (error) {
    if (isError(error) && error.name === 'TimeoutError') {
      outcome = 'timeout';
    }
    throw new ServiceUnavailableError(
      `Palette did not answer ${name} (${reasonOf(error)})`,
    );
  } finally {
    options.callDuration?.record((performance.now() - startedAt) / 1000, {
      prefix: name.split('/').slice(0, 3).join('/'),
      status: outcome,
    });
  }
}

/** Whether a text can be a session token at all. */
export function isToken(token: string): boolean {
  return token.length <= MAX_TOKEN_CHARACTERS && TOKEN.test(token);
}

/** @throws `AuthenticationError` for what can't be a token */
export function checkToken(token: string): void {
  if (!isToken(token)) {
    throw new AuthenticationError('That is no Palette session token');
  }
}

/** Only well-known words of the failure: its message may hold the URL, which may hold the token. */
function reasonOf(error: unknown): string {
  const { name, code, cause } = error as {
    name?: string;
    code?: unknown;
    cause?: { code?: unknown };
  };
  const known = cause?.code ?? code;
  return typeof known === 'string' && /^[A-Z_]+$/.test(known)
    ? known
    : (name ?? 'unknown');
}
