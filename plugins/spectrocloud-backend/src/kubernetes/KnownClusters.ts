import { LRUCache } from 'lru-cache';
import type { KnownAccess } from './accessOf';
import type { SavedAccess } from './AccessTable';
import type { ClusterKey } from './ClusterKey';

const MAX_CLUSTERS = 10_000;
const REREAD_AFTER_MS = 6 * 60 * 60_000;
/** What was read before this process began may be long out of date. */
const VERIFY_AFTER_MS = 10 * 60_000;
const RETRY_AFTER_MS = 60_000;
const MAX_RETRY_AFTER_MS = 60 * 60_000;
const BUSY_RETRY_AFTER_MS = 5_000;

interface Entry {
  known: KnownAccess;
  readAt: number;
  /** When it was last asked for, whatever came of it. */
  triedAt: number;
  /** When it is due to be read again. */
  dueAt: number;
  misses: number;
}

/** What this process knows of clusters, and when each is to be read again. */
export class KnownClusters {
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #entries = new LRUCache<string, Entry>({ max: MAX_CLUSTERS });

  constructor(now: () => number) {
    this.#now = now;
    this.#startedAt = now();
  }

  get(key: ClusterKey): KnownAccess | undefined {
    return this.#entries.get(nameOf(key))?.known;
  }

  /** Whether it is unknown, or known for too long. */
  isDue(key: ClusterKey): boolean {
    const entry = this.#entries.peek(nameOf(key));
    return !entry || this.#now() >= entry.dueAt;
  }

  /** Whether Palette was asked for it within so many milliseconds. */
  wasTriedWithin(key: ClusterKey, ms: number): boolean {
    const entry = this.#entries.peek(nameOf(key));
    return entry !== undefined && this.#now() - entry.triedAt < ms;
  }

  /** Keeps what Palette has told, and says since when. */
  keep(key: ClusterKey, known: KnownAccess): number {
    const misses = known.access ? 0 : this.#missesOf(key) + 1;
    const afterMs = misses === 0 ? REREAD_AFTER_MS : retryAfterMs(misses);
    const readAt = this.#now();
    this.#set(key, { known, misses, afterMs, readAt });
    return readAt;
  }

  /**
   * Keeps what was known where Palette couldn't be asked.
   *
   * @param why - `isOther`: the failure says nothing of the cluster, and the next who asks may
   * have more luck; `isRefused`: so may another user only
   */
  fail(
    key: ClusterKey,
    why: { isOther?: boolean; isRefused?: boolean } = {},
  ): void {
    const { isOther = false, isRefused = false } = why;
    const isSoon = isOther || isRefused;
    const { known, readAt = 0 } = this.#entries.peek(nameOf(key)) ?? {};
    const misses = this.#missesOf(key) + (isSoon ? 0 : 1);
    this.#set(key, {
      known: known?.access
        ? known
        : { gap: isOther ? 'not-read-yet' : 'failed' },
      readAt,
      misses,
      afterMs: isSoon ? BUSY_RETRY_AFTER_MS : retryAfterMs(misses),
    });
  }

  /**
   * Takes over what another process has read, or this one before its restart.
   *
   * @returns false where what is known here is as new
   */
  takeOver({ key, access, readAt }: SavedAccess): boolean {
    const name = nameOf(key);
    const before = this.#entries.peek(name);
    if (before?.known.access && before.readAt >= readAt) return false;
    const now = this.#now();
    const isOfOldProcess = readAt < this.#startedAt;
    this.#entries.set(name, {
      known: { access },
      misses: 0,
      readAt: Math.min(readAt, now),
      triedAt: Math.min(readAt, now),
      dueAt: Math.min(
        readAt + REREAD_AFTER_MS,
        now + (isOfOldProcess ? VERIFY_AFTER_MS : REREAD_AFTER_MS),
      ),
    });
    return true;
  }

  #missesOf(key: ClusterKey): number {
    return this.#entries.peek(nameOf(key))?.misses ?? 0;
  }

  #set(
    key: ClusterKey,
    {
      afterMs,
      ...entry
    }: Pick<Entry, 'known' | 'misses' | 'readAt'> & {
      afterMs: number;
    },
  ): void {
    const triedAt = this.#now();
    const dueAt = triedAt + afterMs;
    this.#entries.set(nameOf(key), { ...entry, triedAt, dueAt });
  }
}

/** Of a cluster, for maps. */
export function nameOf({ palette, tenantUid, uid }: ClusterKey): string {
  return JSON.stringify([palette, tenantUid, uid]);
}

function retryAfterMs(misses: number): number {
  return Math.min(RETRY_AFTER_MS * 2 ** (misses - 1), MAX_RETRY_AFTER_MS);
}
