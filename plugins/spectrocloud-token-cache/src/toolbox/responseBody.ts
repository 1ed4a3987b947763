import pTimeout from 'p-timeout';

/**
 * Passes the chunks of a body on, up to a size.
 *
 * @throws `RangeError` when the body is larger; what fits has been passed on by then
 * @public
 */
export async function* limitBytes(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let left = maxBytes;
  for await (const chunk of body) {
    if (chunk.byteLength > left) {
      yield chunk.subarray(0, left);
      throw tooLarge(maxBytes);
    }
    left -= chunk.byteLength;
    yield chunk;
  }
}

/**
 * Reads a body into memory, up to a size; whatever is larger is left unread.
 *
 * @param options - `onTooLarge`: `truncate` gives what fits instead of failing
 * @throws `RangeError` when the body is larger
 * @public
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  options: { onTooLarge?: 'fail' | 'truncate' } = {},
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size <= maxBytes) continue;
    if (options.onTooLarge === 'truncate') break;
    throw tooLarge(maxBytes);
  }
  return Buffer.concat(chunks, Math.min(size, maxBytes));
}

function tooLarge(maxBytes: number): RangeError {
  return new RangeError(`The answer is larger than ${maxBytes} bytes`);
}

/** A response of any `fetch`, as far as its body is read. @public */
export interface UnreadResponse {
  /** The body. */
  readonly body: {
    getReader(): {
      read(): Promise<{ done: boolean; value?: Uint8Array }>;
      cancel(): Promise<void>;
    };
  } | null;
}

/** What a response may take, its body included. @public */
export interface ResponseLimits {
  /** From the request to the body's end, in milliseconds. */
  timeoutMs: number;
  /** Size of the body. */
  maxBytes: number;
}

/**
 * Fetches a response and its whole body.
 *
 * @throws `TimeoutError` when that takes too long, be it by a body that trickles.
 * @throws `RangeError` when the body is too large.
 * @public
 */
export async function fetchWhole<R extends UnreadResponse>(
  fetch: (signal: AbortSignal) => Promise<R>,
  limits: ResponseLimits,
): Promise<{ response: R; body: Buffer<ArrayBuffer> }> {
  const controller = new AbortController();
  try {
    return await pTimeout(
      fetchAndRead(fetch, controller.signal, limits.maxBytes),
      {
        milliseconds: limits.timeoutMs,
        fallback: () => {
          // As `fetch` itself says it, which is what callers look for.
          throw new DOMException('The response took too long', 'TimeoutError');
        },
      },
    );
  } catch (error) {
    controller.abort(error);
    throw error;
  }
}

async function fetchAndRead<R extends UnreadResponse>(
  fetch: (signal: AbortSignal) => Promise<R>,
  signal: AbortSignal,
  maxBytes: number,
): Promise<{ response: R; body: Buffer<ArrayBuffer> }> {
  const response = await fetch(signal);
  const body = await readBody(chunksOf(response, signal), maxBytes);
  return { response, body };
}

async function* chunksOf(
  response: UnreadResponse,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  const stop = () => {
    reader?.cancel().catch(() => {});
  };
  // `fetch` may have let go of its signal, so the body is stopped by itself.
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) stop();
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk?.value) {
        return;
      }
      yield chunk.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // Of what is too large, nobody reads the rest.
    stop();
  }
}
