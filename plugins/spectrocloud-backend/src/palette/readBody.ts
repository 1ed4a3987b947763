import type { Readable } from 'node:stream';
import { AnswerTooLargeError } from '../errors/PaletteErrors';

/**
 * Reads a body into memory, up to a size.
 *
 * @throws `AnswerTooLargeError` when it is larger, unless it may be cut off.
 */
export async function readBody(
  body: Readable,
  maxBytes: number,
  onTooLarge: 'fail' | 'truncate' = 'fail',
): Promise<Buffer> {
  // Leaving the loop early destroys the body, which undici reports as an error of the stream.
  body.on('error', () => {});
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const buffer = Buffer.from(chunk);
    if (size + buffer.length > maxBytes) {
      if (onTooLarge === 'fail') {
        throw new AnswerTooLargeError(maxBytes);
      }
      chunks.push(buffer.subarray(0, maxBytes - size));
      break;
    }
    size += buffer.length;
    chunks.push(buffer);
  }
  return Buffer.concat(chunks);
}
