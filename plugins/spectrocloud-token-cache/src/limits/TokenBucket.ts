/**
 * A limit as Palette documents it.
 *
 * @public
 */
export interface Limit {
  /** Calls a second that are sustained. */
  perSecond: number;
  /** Calls that may come at once after a pause. */
  burst: number;
}

/**
 * Counts the calls that may be made now, as Palette's own limiter does.
 *
 * Own code, since fixed windows (rate-limiter-flexible has no others) either
 * let twice the burst through at a window's edge or give half of it away: a
 * list of 60 projects would take 5 seconds instead of 1.2.
 *
 * @public
 */
export class TokenBucket {
  readonly #limit: Limit;
  readonly #now: () => number;
  #tokens: number;
  #updatedAt: number;
  #pausedUntil = 0;

  private constructor(limit: Limit, now: () => number) {
    this.#limit = limit;
    this.#now = now;
    this.#tokens = limit.burst;
    this.#updatedAt = now();
  }

  /** A full bucket. */
  static create(limit: Limit, now: () => number = Date.now): TokenBucket {
    return new TokenBucket(limit, now);
  }

  /** Takes a call if there is one beside those that are to be kept, and says so. */
  tryTake(reserve: number = 0): boolean {
    this.#refill();
    if (this.#now() < this.#pausedUntil || this.#tokens < 1 + reserve) {
      return false;
    }
    this.#tokens -= 1;
    return true;
  }

  /** Takes a call that is made in any case. */
  take(): void {
    this.#refill();
    this.#tokens = Math.max(0, this.#tokens - 1);
  }

  /** Milliseconds until `count` calls can have been taken. */
  waitMs(count: number = 1): number {
    this.#refill();
    const now = this.#now();
    const startAt = Math.max(now, this.#pausedUntil);
    const missing = Math.max(0, count - this.#tokens);
    return Math.ceil(
      Math.max(startAt - now, (missing / this.#limit.perSecond) * 1000),
    );
  }

  /** Palette said 429: no calls for a while, and no burst after it. */
  pause(forMs: number): void {
    this.#refill();
    this.#tokens = Math.min(this.#tokens, 0);
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#now() + forMs);
  }

  #refill(): void {
    const now = this.#now();
    const gained = ((now - this.#updatedAt) / 1000) * this.#limit.perSecond;
    this.#tokens = Math.min(
      this.#limit.burst,
      this.#tokens + Math.max(0, gained),
    );
    this.#updatedAt = now;
  }
}
