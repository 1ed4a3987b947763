import { createHash } from 'node:crypto';

/** A seeded source of choices (mulberry32), so that every run shows the same organisation. */
export class Random {
  static create(seed: string): Random {
    return new Random(
      createHash('sha256').update(seed).digest().readUInt32LE(0),
    );
  }

  #state: number;

  private constructor(state: number) {
    this.#state = state;
  }

  /** A number from 0 (included) to 1 (excluded). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.int(0, choices.length - 1)];
  }
}
