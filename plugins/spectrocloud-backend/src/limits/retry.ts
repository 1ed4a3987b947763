import { randomInt } from 'node:crypto';

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;
/** The longest pause that is honoured: a maintenance page must not close Palette for days. */
const MAX_RETRY_AFTER_MS = 60_000;

/** How long to wait before the next attempt: doubling, with jitter so that many waiters don't come back at once. */
export function retryDelayMs(attempt: number, askedMs?: number): number {
  const baseMs = Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), MAX_DELAY_MS);
  const jitterMs = randomInt(baseMs / 2);
  return askedMs === undefined ? baseMs / 2 + jitterMs : askedMs + jitterMs;
}

/** Reads a `Retry-After` header, seconds or a date, up to a minute. */
export function retryAfterMs(
  header: string | string[] | undefined,
  now: number,
): number | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  if (!value) return undefined;
  const ms = /^\d{1,9}$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - now;
  return Number.isNaN(ms)
    ? undefined
    : Math.min(MAX_RETRY_AFTER_MS, Math.max(0, ms));
}
