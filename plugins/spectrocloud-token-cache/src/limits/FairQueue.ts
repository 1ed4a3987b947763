/** A queue that serves its users in turn, and each user's entries in order. */
export class FairQueue<T> {
  /** Insertion order is the order of turns. */
  readonly #byUser = new Map<string, T[]>();
  #size = 0;

  private constructor() {}

  static create<T>(): FairQueue<T> {
    return new FairQueue<T>();
  }

  get size(): number {
    return this.#size;
  }

  add(user: string, entry: T): void {
    const entries = this.#byUser.get(user);
    if (entries) {
      entries.push(entry);
    } else {
      this.#byUser.set(user, [entry]);
    }
    this.#size += 1;
  }

  /** Takes the entry whose turn it is; its user goes to the end of the line. */
  next(): T | undefined {
    for (const [user, entries] of this.#byUser) {
      this.#byUser.delete(user);
      const entry = entries.shift();
      if (entries.length > 0) {
        this.#byUser.set(user, entries);
      }
      if (entry !== undefined) {
        this.#size -= 1;
        return entry;
      }
    }
    return undefined;
  }

  /** Takes out an entry that gave up; harmless when it was served already. */
  remove(user: string, entry: T): void {
    const entries = this.#byUser.get(user);
    const index = entries?.indexOf(entry) ?? -1;
    if (!entries || index < 0) return;
    entries.splice(index, 1);
    this.#size -= 1;
    if (entries.length === 0) {
      this.#byUser.delete(user);
    }
  }

  /** How many entries are served before a new one of this user would be. */
  turnsBefore(user: string): number {
    const own = this.#byUser.get(user)?.length ?? 0;
    let turns = own;
    for (const [other, entries] of this.#byUser) {
      if (other !== user) {
        turns += Math.min(entries.length, own + 1);
      }
    }
    return turns;
  }
}
