/**
 * A request that can be sent several times, though a body that is a stream can
 * be read only once.
 */
export async function replayableRequest(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<{
  url: string;
  signal?: AbortSignal | null;
  init: RequestInit;
}> {
  if (!isRequest(input)) {
    return {
      url: String(input),
      signal: init.signal,
      init: { ...init, body: await replayableBody(init.body) },
    };
  }
  const request = new Request(input, init);
  const body = request.body === null ? undefined : await request.blob();
  return {
    url: request.url,
    signal: init.signal ?? request.signal,
    init: {
      method: request.method,
      headers: request.headers,
      mode: request.mode === 'navigate' ? undefined : request.mode,
      cache: request.cache,
      redirect: request.redirect,
      referrerPolicy: request.referrerPolicy,
      integrity: request.integrity,
      keepalive: request.keepalive,
      signal: init.signal ?? request.signal,
      body,
    },
  };
}

/** Whether what is to be fetched is a `Request`, of whatever implementation. */
export function isRequest(input: RequestInfo | URL): input is Request {
  return typeof input === 'object' && 'headers' in input;
}

async function replayableBody(
  body: RequestInit['body'],
): Promise<BodyInit | undefined> {
  if (typeof ReadableStream !== 'undefined' && body instanceof ReadableStream) {
    return new Response(body).blob();
  }
  return body ?? undefined;
}
