import prand, { type RandomGenerator } from 'pure-rand';

/** Choices that a seed determines. */
export class Choices {
  readonly #generator: RandomGenerator;

  /** @param stream - which of the seed's sequences: each browser has one of its own */
  constructor(seed: number, stream: number) {
    this.#generator = prand.xoroshiro128plus(seed);
    for (let jumped = 0; jumped < stream; jumped++) {
      this.#generator.unsafeJump?.();
    }
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return prand.unsafeUniformIntDistribution(low, high, this.#generator);
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.int(0, choices.length - 1)];
  }

  /** One of the named, each as often as its weight says. */
  weighted<T extends string>(weights: Record<T, number>): T {
    const entries = Object.entries<number>(weights) as Array<[T, number]>;
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.int(1, total);
    const found = entries.find(([, weight]) => (left -= weight) <= 0);
    return (found ?? entries[0])[0];
  }
}
