import { describeError } from './describeError';

/** For so long after its end a disturbance may still be felt. */
const AFTERMATH_MS = 8_000;
const MAX_PRINTED = 40;

/** What is disturbed at the moment, and what went wrong that may not. */
export class Findings {
  readonly #startedAt = Date.now();
  readonly #counts = new Map<string, number>();
  readonly #faults: string[] = [];
  #open = new Set<string>();
  #disturbedUntil = 0;

  /** Counts something that happened. */
  count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** Notes something that must not happen, whatever is disturbed. */
  fault(what: string): void {
    const seconds = Math.round((Date.now() - this.#startedAt) / 1_000);
    const during = [...this.#open].join(', ') || 'nothing disturbed';
    this.#faults.push(`${seconds} s (${during}): ${what}`);
    if (this.#faults.length <= MAX_PRINTED) {
      process.stdout.write(`FAULT ${this.#faults.at(-1)}\n`);
    }
  }

  /**
   * Notes a failure that only a disturbance excuses.
   *
   * @param since - when what failed began, in milliseconds since 1970
   */
  failure(what: string, error: unknown, since: number): void {
    if (this.#open.size > 0 || this.#disturbedUntil > since) {
      this.count(`${what} failed while something was disturbed`);
    } else {
      this.fault(`${what}: ${describeError(error)}`);
    }
  }

  /** Runs what disturbs, and marks its time. */
  async during(name: string, disturb: () => Promise<void>): Promise<void> {
    this.#open.add(name);
    this.count(`disturbance: ${name}`);
    try {
      await disturb();
    } finally {
      this.#open.delete(name);
      this.#disturbedUntil = Date.now() + AFTERMATH_MS;
    }
  }

  /** All counts, then all faults. @returns how many faults there were */
  print(): number {
    [...this.#counts]
      .sort(([one], [other]) => one.localeCompare(other))
      .forEach(([what, count]) =>
        process.stdout.write(`${String(count).padStart(8)}  ${what}\n`),
      );
    process.stdout.write(`${this.#faults.length} faults\n`);
    return this.#faults.length;
  }
}
