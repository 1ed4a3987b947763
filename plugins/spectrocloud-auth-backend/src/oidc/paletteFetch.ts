import type { MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import { isError } from '@backstage/errors';
import {
  fetchWhole,
  PALETTE_USER_AGENT,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { CustomFetch } from 'openid-client';
import { type Dispatcher, fetch as undiciFetch } from 'undici';

/** Far above what Palette sends (a token response with 64 kB of groups), far below what hurts. */
const MAX_RESPONSE_BYTES = 1024 * 1024;

/** All endpoints of Palette's OpenID provider; a path could name a tenant. */
const PREFIX = '/v1/oidc';

/** Status codes whose responses must not have a body. */
const NO_BODY = new Set([204, 205, 304]);

/** The part of `fetch` that is used, and that tests replace. */
export type Fetch = (
  url: string,
  init?: RequestInit & { signal?: AbortSignal | null },
) => Promise<Response>;

/** `fetch` over the connections of a dispatcher, as `createPaletteDispatcher` makes one. */
export function fetchThrough(dispatcher: Dispatcher): Fetch {
  return async (url, init) => {
    const { method, redirect, signal, body } = init ?? {};
    const response = await undiciFetch(url, {
      method,
      redirect,
      signal,
      headers: [...new Headers(init?.headers)],
      // A text, since the types of a body are not quite the global ones.
      body: body ? await new Response(body).text() : undefined,
      dispatcher,
    });
    return new Response(
      NO_BODY.has(response.status) ? null : (response.body as ReadableStream),
      {
        status: response.status,
        statusText: response.statusText,
        headers: [...response.headers],
      },
    );
  };
}

/**
 * As openid-client wants it: its body may be a view of any buffer, shared ones
 * included, where `fetch` takes only one that has a buffer of its own.
 */
export function toCustomFetch(fetch: Fetch): CustomFetch {
  return (url, { body, ...init }) =>
    fetch(url, {
      ...init,
      body: body instanceof Uint8Array ? new Uint8Array(body) : body,
    });
}

/** Calls under our own name: what Palette should know is this integration, not the library under it. */
function underOwnName(fetch: Fetch): Fetch {
  return (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('user-agent', PALETTE_USER_AGENT);
    return fetch(url, { ...init, headers });
  };
}

/** Reads whole responses, but takes no longer and no more than the limits; they are in place of the libraries' own signals. */
function limitResponses(fetch: Fetch, timeoutMs: number): Fetch {
  return async (url, init) => {
    const { response, body } = await fetchWhole(
      signal => fetch(url, { ...init, signal }),
      { timeoutMs, maxBytes: MAX_RESPONSE_BYTES },
    );
    return new Response(NO_BODY.has(response.status) ? null : body, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };
}

/** Records how long each call to Palette took and how Palette responded. */
function measureCalls(
  fetch: Fetch,
  duration: MetricsServiceHistogram | undefined,
): Fetch {
  return async (url, init) => {
    const startedAt = performance.now();
    let status = 'error';
    try {
      const response = await fetch(url, init);
      status = String(response.status);
      return response;
    } catch (error) {
      if (isError(error) && error.name === 'TimeoutError') {
        status = 'timeout';
      }
      throw error;
    } finally {
      const seconds = (performance.now() - startedAt) / 1000;
      duration?.record(seconds, { prefix: PREFIX, status });
    }
  };
}

/** The `fetch` for Palette's OpenID provider: under our own name, bounded and timed. */
export function createPaletteFetch(options: {
  fetch: Fetch;
  timeoutMs: number;
  callDuration?: MetricsServiceHistogram;
}): Fetch {
  const { fetch, timeoutMs, callDuration } = options;
  const limited = limitResponses(underOwnName(fetch), timeoutMs);
  return measureCalls(limited, callDuration);
}

/** Changes the JSON objects of successful responses before anybody reads them. */
export function transformJson(
  fetch: Fetch,
  transform: (
    body: Record<string, unknown>,
    url: string,
  ) => Record<string, unknown>,
): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    if (response.status !== 200) {
      return response;
    }
    const text = await response.text();
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    headers.delete('content-encoding');
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return new Response(text, { status: 200, headers });
    }
    const isObject =
      typeof body === 'object' && body !== null && !Array.isArray(body);
    return new Response(
      isObject
        ? JSON.stringify(transform(body as Record<string, unknown>, url))
        : text,
      { status: 200, headers },
    );
  };
}
