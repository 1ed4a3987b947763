import { FairQueue } from './FairQueue';
import { TokenBucket, type Limit } from './TokenBucket';

/**
 * Someone who wants to make a call.
 *
 * @public
 */
export interface Turn {
  /** Whom it counts for: these take turns. */
  user: string;
  /** When waiting has no use any more, in ms since 1970. */
  deadline: number;
  /** Aborted when the caller goes away. */
  signal?: AbortSignal;
}

/**
 * What became of a turn; `waitMs` says how long it would have to wait yet.
 *
 * @public
 */
export type TurnOutcome =
  { kind: 'granted' } | { kind: 'busy'; waitMs: number } | { kind: 'gone' };

/**
 * Options of {@link TurnQueue.create}.
 *
 * @public
 */
export interface TurnQueueOptions {
  /** The limit that is kept. */
  limit: Limit;
  /** Calls of the burst that are kept for those that don't wait; none by default. */
  reserve?: number;
  /** How many turns of a user one call takes while others wait; one by default. */
  strideOf?: (user: string) => number;
  /** The clock; for tests. */
  now?: () => number;
}

interface Waiter {
  grant(): void;
}

/**
 * Keeps calls below a limit. Users take turns: one user's hundred calls delay
 * another's single call by one call.
 *
 * @public
 */
export class TurnQueue {
  readonly #bucket: TokenBucket;
  readonly #queue: FairQueue<Waiter>;
  readonly #reserve: number;
  readonly #now: () => number;
  #timer?: NodeJS.Timeout;

  private constructor(options: TurnQueueOptions) {
    const { limit, reserve = 0, strideOf, now = Date.now } = options;
    this.#bucket = TokenBucket.create(limit, now);
    this.#queue = new FairQueue(strideOf);
    this.#reserve = reserve;
    this.#now = now;
  }

  /** A queue in which nobody waits. */
  static create(options: TurnQueueOptions): TurnQueue {
    return new TurnQueue(options);
  }

  /** Waits for a turn; at once `busy` where it would come after the deadline. */
  async acquire(turn: Turn): Promise<TurnOutcome> {
    if (turn.signal?.aborted) {
      return { kind: 'gone' };
    }
    if (this.#queue.size === 0 && this.#bucket.tryTake(this.#reserve)) {
      return { kind: 'granted' };
    }
    const waitMs = this.#waitMs(this.#queue.turnsBefore(turn.user) + 1);
    return this.#now() + waitMs > turn.deadline
      ? { kind: 'busy', waitMs }
      : this.#wait(turn);
  }

  /** Takes a turn if nobody waits for one, and so many calls are left to others; says whether it did. */
  tryAcquire(leaving: number): boolean {
    return (
      this.#queue.size === 0 &&
      this.#bucket.tryTake(Math.max(leaving, this.#reserve))
    );
  }

  /** Counts a call that doesn't wait. */
  take(): void {
    this.#bucket.take();
  }

  /** The other side said that it was too much: no calls for a while, and no burst after it. */
  pause(forMs: number): void {
    this.#bucket.pause(forMs);
  }

  async #wait({ user, deadline, signal }: Turn): Promise<TurnOutcome> {
    let end: (outcome: TurnOutcome) => void = () => {};
    const ended = new Promise<TurnOutcome>(resolve => {
      end = resolve;
    });
    const waiter = { grant: () => end({ kind: 'granted' }) };
    const leave = () => end({ kind: 'gone' });
    const expiry = setTimeout(
      () => end({ kind: 'busy', waitMs: this.#waitMs(this.#queue.size + 1) }),
      Math.max(0, deadline - this.#now()),
    );
    signal?.addEventListener('abort', leave, { once: true });
    this.#queue.add(user, waiter);
    this.#serve();
    try {
      return await ended;
    } finally {
      clearTimeout(expiry);
      signal?.removeEventListener('abort', leave);
      this.#queue.remove(user, waiter);
    }
  }

  /** Grants what the bucket allows, and comes back when it allows more. */
  #serve(): void {
    if (this.#timer) return;
    while (this.#queue.size > 0 && this.#bucket.tryTake(this.#reserve)) {
      this.#queue.next()?.grant();
    }
    if (this.#queue.size > 0) {
      this.#timer = setTimeout(
        () => {
          this.#timer = undefined;
          this.#serve();
        },
        Math.max(1, this.#waitMs(1)),
      );
    }
  }

  #waitMs(count: number): number {
    return this.#bucket.waitMs(count + this.#reserve);
  }
}
