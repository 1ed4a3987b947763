import type { SessionHolder } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { LRUCache } from 'lru-cache';
import pTimeout from 'p-timeout';
import { CallerGoneError } from '../errors/PaletteErrors';
import type { PaletteMetrics } from '../metrics';

/** Roughly: rows of all lists together that are held at most. */
const MAX_ROWS = 50_000;

/** Names an answer, and for whom it is. */
export interface AnswerName {
  /** `PaletteCaller.cacheKey`: answers are never shared across it. */
  callerKey: string;
  /** A fixed name; labels a metric. */
  operation: string;
  /** What else tells two reads apart. */
  parameters?: ReadonlyArray<string | undefined>;
}

/** What is read. */
export interface ReadRequest<T> extends AnswerName {
  /** The session whose revocation drops the answer. */
  sessionId: string;
  ttlMs: number;
  /** How long `held` still finds it; as long as it is served where left out. */
  keepMs?: number;
  /** Ask Palette again, whatever is held. */
  fresh: boolean;
  signal?: AbortSignal;
  read(signal: AbortSignal): Promise<T>;
}

function keyOf({ callerKey, operation, parameters = [] }: AnswerName): string {
  return JSON.stringify([callerKey, operation, ...parameters]);
}

/** One read for several waiters; given up when the last of them has gone. */
class SharedRead<T> {
  readonly result: Promise<T>;
  readonly #controller = new AbortController();
  #waiters = 0;
  #isSettled = false;

  /** Starts the read. */
  constructor(read: (signal: AbortSignal) => Promise<T>) {
    const settle = () => {
      this.#isSettled = true;
    };
    this.result = read(this.#controller.signal);
    this.result.then(settle, settle);
  }

  /** Whether everybody had gone, so that there will be no result. */
  get abandoned(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Waits for the result, or until this waiter's signal is aborted. */
  async join(signal?: AbortSignal): Promise<T> {
    if (!signal) {
      this.#waiters = Infinity;
      return this.result;
    }
    this.#waiters += 1;
    try {
      return await pTimeout(this.result, { milliseconds: Infinity, signal });
    } catch (error) {
      throw signal.aborted
        ? new CallerGoneError('The client closed the request')
        : error;
    } finally {
      this.#waiters -= 1;
      if (this.#waiters === 0 && !this.#isSettled) this.#controller.abort();
    }
  }
}

/** Of a list, be it an array or something that says its size. */
function rowsOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  const { size } = value as { size?: unknown };
  return typeof size === 'number' ? size : 0;
}

interface Entry {
  value: unknown;
  sessionId: string;
  /** On the cache's clock. */
  freshUntil: number;
}

/**
 * Holds answers of Palette for a few seconds, and lets equal reads at the same
 * time share one call; both within one session of one Palette user only.
 */
export class ReadCache implements SessionHolder {
  readonly #metrics: Pick<PaletteMetrics, 'read'>;
  readonly #now: () => number;
  readonly #entries: LRUCache<string, Entry>;
  readonly #flights = new Map<
    string,
    { shared: SharedRead<unknown>; sessionId: string }
  >();

  constructor(options: {
    metrics: Pick<PaletteMetrics, 'read'>;
    now?: () => number;
  }) {
    const { metrics, now = () => performance.now() } = options;
    this.#metrics = metrics;
    this.#now = now;
    this.#entries = new LRUCache<string, Entry>({
      maxSize: MAX_ROWS,
      sizeCalculation: ({ value }) => rowsOf(value) + 1,
      // What nobody may be given any more does not stay in memory.
      ttlAutopurge: true,
      // Not the time of the event loop's turn: entries live for seconds only.
      ttlResolution: 0,
      perf: { now },
    });
  }

  /** Answers that are held. */
  get size(): number {
    return this.#entries.size;
  }

  /** The answer: held, being fetched for the same session already, or fetched now. */
  async read<T>(request: ReadRequest<T>): Promise<T> {
    const { operation, sessionId, ttlMs, keepMs = ttlMs } = request;
    const key = keyOf(request);
    const held = request.fresh ? undefined : this.#entries.get(key);
    if (held && this.#now() < held.freshUntil) {
      this.#metrics.read({ operation, result: 'hit' });
      return held.value as T;
    }
    let flight = this.#flights.get(key);
    if (flight?.shared.abandoned) flight = undefined;
    this.#metrics.read({ operation, result: flight ? 'joined' : 'miss' });
    if (!flight) {
      const shared = new SharedRead<unknown>(request.read);
      flight = { shared, sessionId };
      const started = flight;
      this.#flights.set(key, started);
      shared.result
        .then(value => {
          // A revoked session's flight was taken out; its answer is not kept.
          if (this.#flights.get(key) === started && ttlMs > 0) {
            const freshUntil = this.#now() + ttlMs;
            this.#entries.set(
              key,
              { value, sessionId, freshUntil },
              { ttl: Math.max(ttlMs, keepMs) },
            );
          }
        })
        .catch(() => {})
        .finally(() => {
          if (this.#flights.get(key) === started) this.#flights.delete(key);
        });
    }
    return flight.shared.join(request.signal) as Promise<T>;
  }

  /** The answer, only if it is held; maybe from before the time that it is served for. */
  held<T>(name: AnswerName): T | undefined {
    return this.#entries.get(keyOf(name))?.value as T | undefined;
  }

  /** Forgets everything that was read in a session, since it changed something. */
  dropSession(sessionId: string): void {
    this.dropSessions([sessionId]);
  }

  /** Forgets everything that was read in sessions, since they were revoked. */
  dropSessions(sessionIds: string[]): void {
    const dropped = new Set(sessionIds);
    // A token of the caller's own has an id made of the session's and the token's hash.
    const isDropped = (id: string) =>
      dropped.has(id) || dropped.has(id.split(' ', 1)[0]);
    for (const [key, entry] of this.#entries.entries()) {
      if (isDropped(entry.sessionId)) this.#entries.delete(key);
    }
    for (const [key, flight] of this.#flights) {
      if (isDropped(flight.sessionId)) this.#flights.delete(key);
    }
  }
}
