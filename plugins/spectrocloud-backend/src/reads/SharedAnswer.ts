import { hash } from 'node:crypto';
import type { Response } from 'express';

/**
 * An answer that several requests of one session get: checked and turned into
 * bytes once, and not sent to who has it already (`If-None-Match`).
 */
export class SharedAnswer<T extends object = object> {
  readonly value: T;
  #sent?: { bytes: Buffer; etag: string };

  constructor(value: T) {
    this.value = value;
  }

  /** Sends it; `describe` makes sure, once, that it is what the API's description says. */
  send(response: Response, describe: (value: T) => unknown): void {
    this.#sent ??= encode(describe(this.value));
    response.setHeader('ETag', this.#sent.etag);
    // Express answers 304 where the request has the same tag.
    response.type('application/json').send(this.#sent.bytes);
  }
}

function encode(value: unknown): { bytes: Buffer; etag: string } {
  const bytes = Buffer.from(JSON.stringify(value));
  return { bytes, etag: `"${hash('sha256', bytes, 'base64url')}"` };
}
