import type { Response } from 'express';

const RETRY_AFTER_SECONDS = 5;

/** Says when to ask again, on an answer that something can't be done now. */
export function setRetryAfter(res: Response): void {
  res.setHeader('Retry-After', String(RETRY_AFTER_SECONDS));
  // Without this, a browser on another origin does not see the header.
  res.append('Access-Control-Expose-Headers', 'Retry-After');
}
