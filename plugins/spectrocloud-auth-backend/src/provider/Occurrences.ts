const PERIOD_MS = 60_000;

/** Tells of what anybody can cause without end, so that logs don't grow with it. */
export class Occurrences {
  readonly #single: number;
  readonly #now: () => number;
  #beganAt = -Infinity;
  #seen = 0;
  #untold = 0;

  /** @param options - `single`: how many in a minute are told one by one, one by default */
  constructor(options: { single?: number; now?: () => number } = {}) {
    this.#single = options.single ?? 1;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Notes one.
   *
   * @returns how many to tell of now: 1, this one; more, with those that
   *   were left out in the last minute; 0, none
   */
  note(): number {
    const now = this.#now();
    if (now - this.#beganAt >= PERIOD_MS) {
      this.#beganAt = now;
      this.#seen = 0;
    }
    this.#seen += 1;
    this.#untold += 1;
    if (this.#seen > this.#single) {
      return 0;
    }
    const count = this.#untold;
    this.#untold = 0;
    return count;
  }
}
