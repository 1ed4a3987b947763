import { CallerGoneError, PaletteBusyError } from '../palette/PaletteErrors';
import type { PaletteMetrics } from '../metrics';
import { FairQueue } from './FairQueue';
import { limitClassOf, type LimitClass } from './prefixes';
import { TokenBucket, type Limit } from './TokenBucket';

const DEFAULT_PAUSE_MS = 1_000;

/** Someone who wants to call Palette. */
export interface Turn {
  /** Of Palette's API: entries of the configuration may share one. */
  origin: string;
  prefix: string;
  userKey: string;
  signal?: AbortSignal;
  /** When waiting has no use any more, in ms since 1970. */
  deadline: number;
}

interface Waiter {
  grant(): void;
}

interface Lane {
  bucket: TokenBucket;
  queue: FairQueue<Waiter>;
  timer?: NodeJS.Timeout;
}

/** Options of the limiter. */
export interface PaletteLimiterOptions {
  limits: Record<LimitClass, Limit>;
  metrics: Pick<PaletteMetrics, 'limiterWait'>;
  now?: () => number;
}

/**
 * Keeps this process below Palette's limits.
 *
 * Palette counts by source address and path prefix, so there is one bucket for
 * each origin and prefix. Users take turns: one user's hundred calls
 * delay another's single call by one call.
 */
export class PaletteLimiter {
  readonly #limits: Record<LimitClass, Limit>;
  readonly #metrics: Pick<PaletteMetrics, 'limiterWait'>;
  readonly #now: () => number;
  readonly #lanes = new Map<string, Lane>();

  private constructor(options: PaletteLimiterOptions) {
    this.#limits = options.limits;
    this.#metrics = options.metrics;
    this.#now = options.now ?? Date.now;
  }

  static create(options: PaletteLimiterOptions): PaletteLimiter {
    return new PaletteLimiter(options);
  }

  /**
   * Waits for the turn.
   *
   * @throws `PaletteBusyError` when the turn would not come before the deadline.
   * @throws `CallerGoneError` when the signal is aborted meanwhile.
   */
  async acquire(turn: Turn): Promise<void> {
    const startedAt = this.#now();
    const record = (granted: boolean) =>
      this.#metrics.limiterWait({
        prefix: turn.prefix,
        seconds: (this.#now() - startedAt) / 1000,
        granted,
      });
    if (turn.signal?.aborted) {
      throw new CallerGoneError('The caller went away');
    }
    const lane = this.#lane(turn.origin, turn.prefix);
    if (lane.queue.size === 0 && lane.bucket.tryTake()) {
      record(true);
      return;
    }
    const waitMs = lane.bucket.waitMs(lane.queue.turnsBefore(turn.userKey) + 1);
    if (startedAt + waitMs > turn.deadline) {
      record(false);
      throw new PaletteBusyError(Math.max(1, Math.ceil(waitMs / 1000)));
    }
    try {
      await this.#enqueue(lane, turn);
      record(true);
    } catch (error) {
      record(false);
      throw error;
    }
  }

  /** Palette answered 429: everybody waits. */
  pause(origin: string, prefix: string, forMs?: number): void {
    this.#lane(origin, prefix).bucket.pause(forMs ?? DEFAULT_PAUSE_MS);
  }

  async #enqueue(lane: Lane, turn: Turn): Promise<void> {
    const { userKey, signal, deadline } = turn;
    let grant: () => void = () => {};
    let giveUp: (reason: Error) => void = () => {};
    const granted = new Promise<void>((resolve, reject) => {
      grant = resolve;
      giveUp = reject;
    });
    const waiter = { grant };
    const onAbort = () => giveUp(new CallerGoneError('The caller went away'));
    const expiry = setTimeout(
      () => {
        const waitMs = lane.bucket.waitMs(lane.queue.size + 1);
        giveUp(new PaletteBusyError(Math.max(1, Math.ceil(waitMs / 1000))));
      },
      Math.max(0, deadline - this.#now()),
    );
    signal?.addEventListener('abort', onAbort, { once: true });
    lane.queue.add(userKey, waiter);
    this.#serve(lane);
    try {
      await granted;
    } finally {
      clearTimeout(expiry);
      signal?.removeEventListener('abort', onAbort);
      lane.queue.remove(userKey, waiter);
    }
  }

  /** Grants what the bucket allows, and comes back when it allows more. */
  #serve(lane: Lane): void {
    if (lane.timer) return;
    while (lane.queue.size > 0 && lane.bucket.tryTake()) {
      lane.queue.next()?.grant();
    }
    if (lane.queue.size > 0) {
      lane.timer = setTimeout(
        () => {
          lane.timer = undefined;
          this.#serve(lane);
        },
        Math.max(1, lane.bucket.waitMs()),
      );
    }
  }

  #lane(origin: string, prefix: string): Lane {
    const key = `${origin} ${prefix}`;
    let lane = this.#lanes.get(key);
    if (!lane) {
      lane = {
        bucket: TokenBucket.create(
          this.#limits[limitClassOf(prefix)],
          this.#now,
        ),
        queue: FairQueue.create(),
      };
      this.#lanes.set(key, lane);
    }
    return lane;
  }
}
