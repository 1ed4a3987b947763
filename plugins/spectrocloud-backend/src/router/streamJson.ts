import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { PaletteFailedError } from '../errors/PaletteErrors';

function limitBytes(maxBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      size += chunk.length;
      done(
        size > maxBytes
          ? new PaletteFailedError(
              `Palette's answer is larger than ${maxBytes} bytes`,
            )
          : null,
        chunk,
      );
    },
  });
}

/**
 * Passes a body of Palette on as it comes. When it breaks off, so does the
 * answer: what was sent can't be taken back.
 */
export async function streamJson(
  body: Readable,
  response: Response,
  maxBytes: number,
): Promise<void> {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  await pipeline(body, limitBytes(maxBytes), response);
}
