import type { Response } from 'express';

const RETRY_AFTER_SECONDS = 5;

/** Says when to ask again, on an answer that something can't be done now. */
export function setRetryAfter(
  res: Response,
  seconds: number = RETRY_AFTER_SECONDS,
): void {
  res.setHeader('Retry-After', String(seconds));
  // Without this, a browser on another origin does not see the header.
  res.append('Access-Control-Expose-Headers', 'Retry-After');
}
