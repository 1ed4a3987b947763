interface Line<T> {
  entries: T[];
  /** Turns of this user that go by yet. */
  skips: number;
}

/** A queue that serves its users in turn, and each user's entries in order. */
export class FairQueue<T> {
  readonly #strideOf: (user: string) => number;
  /** Insertion order is the order of turns. */
  readonly #lines = new Map<string, Line<T>>();
  #size = 0;

  /** @param strideOf - how many of a user's turns one entry takes while others wait; one by default */
  constructor(strideOf: (user: string) => number = () => 1) {
    this.#strideOf = strideOf;
  }

  /** How many entries wait. */
  get size(): number {
    return this.#size;
  }

  /** Puts an entry at the end of its user's line. */
  add(user: string, entry: T): void {
    const line = this.#lines.get(user);
    if (line) {
      line.entries.push(entry);
    } else {
      this.#lines.set(user, { entries: [entry], skips: 0 });
    }
    this.#size += 1;
  }

  /** Takes the entry whose turn it is; its user goes to the end of the line. */
  next(): T | undefined {
    while (this.#size > 0) {
      for (const [user, line] of this.#lines) {
        const entry = this.#turn(user, line);
        if (entry !== undefined) {
          return entry;
        }
      }
    }
    // Where nobody waits, nobody is passed over.
    this.#lines.clear();
    return undefined;
  }

  /** Takes out an entry that gave up; harmless when it was served already. */
  remove(user: string, entry: T): void {
    const line = this.#lines.get(user);
    const index = line?.entries.indexOf(entry) ?? -1;
    if (!line || index < 0) return;
    line.entries.splice(index, 1);
    this.#size -= 1;
    if (line.entries.length === 0 && line.skips === 0) {
      this.#lines.delete(user);
    }
  }

  /** How many entries are served before a new one of this user would be. */
  turnsBefore(user: string): number {
    const line = this.#lines.get(user);
    const own = line?.entries.length ?? 0;
    const rounds = (line?.skips ?? 0) + own * this.#strideOf(user) + 1;
    let turns = own;
    for (const [other, { entries, skips }] of this.#lines) {
      if (other !== user && rounds > skips) {
        const theirs = Math.ceil((rounds - skips) / this.#strideOf(other));
        turns += Math.min(entries.length, theirs);
      }
    }
    return turns;
  }

  #turn(user: string, line: Line<T>): T | undefined {
    this.#lines.delete(user);
    let entry: T | undefined;
    if (line.skips > 0) {
      line.skips -= 1;
    } else {
      entry = line.entries.shift();
    }
    if (entry !== undefined) {
      this.#size -= 1;
      line.skips = this.#strideOf(user) - 1;
    }
    if (line.entries.length > 0 || line.skips > 0) {
      this.#lines.set(user, line);
    }
    return entry;
  }
}
