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
      throw new RangeError(`The answer is larger than ${maxBytes} bytes`);
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
  try {
    for await (const chunk of limitBytes(body, maxBytes)) {
      chunks.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof RangeError) || options.onTooLarge !== 'truncate') {
      throw error;
    }
  }
  return Buffer.concat(chunks);
}
