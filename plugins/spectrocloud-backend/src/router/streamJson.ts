import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { limitBytes } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Response } from 'express';

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
  await pipeline(body, source => limitBytes(source, maxBytes), response);
}
