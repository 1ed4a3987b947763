import type { CustomFetch } from 'openid-client';

/** Far above what Palette sends (a token response with 64 kB of groups), far below what hurts. */
const MAX_RESPONSE_BYTES = 1024 * 1024;

/** Status codes whose responses must not have a body. */
const NO_BODY = new Set([204, 205, 304]);

/** The part of `fetch` that is used, and that tests replace. */
export type Fetch = (
  url: string,
  init?: RequestInit & { signal?: AbortSignal | null },
) => Promise<Response>;

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

async function readLimited(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) {
      return Buffer.concat(chunks);
    }
    size += chunk.value.byteLength;
    if (size > MAX_RESPONSE_BYTES) {
      await reader?.cancel();
      throw new Error(
        `Palette's answer is larger than ${MAX_RESPONSE_BYTES} bytes`,
      );
    }
    chunks.push(chunk.value);
  }
}

/** Reads whole responses, but never more than the limit. */
export function limitResponses(fetch: Fetch): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const body = await readLimited(response);
    return new Response(
      NO_BODY.has(response.status) ? null : Buffer.from(body),
      {
        status: response.status,
        statusText: response.statusText,
        headers: response.headers,
      },
    );
  };
}

/** Changes the JSON objects of successful answers before anybody reads them. */
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
