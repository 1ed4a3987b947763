import { TurnQueue } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { LRUCache } from 'lru-cache';
import { SignInsBusy } from '../login/SignInsBusy';
import type { Fetch } from '../oidc/paletteFetch';

/** Of Palette's documented limits; how much may come at once after a pause. */
const BURST_SECONDS = 5;
/** Half of it is in reserve, and the first sign-in looks endpoints up before. */
const MIN_BURST = 4;
/** Of the burst: for renewals and keys, which don't wait. */
const RESERVED_SHARE = 1 / 2;
/** Less than the minute that proxies commonly wait for an answer. */
const MAX_WAIT_MS = 55_000;
const PAUSE_MS = 1_000;

const MAX_CLIENTS = 10_000;
const MEMORY_MS = 10 * 60_000;
/** More refused codes than good ones by this many: codes are being invented. */
const SUSPICION = 3;
/** So that neither a long good record nor a long flood counts for ever. */
const MAX_SCORE = 20;
const SUSPECTS_STRIDE = 20;

/** The one kind of call that has waited for its turn. */
function isRedemption(init: { body?: unknown } | undefined): boolean {
  const { body } = init ?? {};
  return (
    body instanceof URLSearchParams &&
    body.get('grant_type') === 'authorization_code'
  );
}

/**
 * The order in which codes are redeemed while Palette's limit is near.
 *
 * Anybody can send callbacks with invented codes, and all of them count for
 * this backend's address at Palette. While more than half of what Palette
 * takes at once is used up, client addresses take turns, and those whose
 * codes are refused get a twentieth of the turns of others: a company's people,
 * who share one address, need more than half.
 */
export class RedemptionQueue {
  readonly #turns: TurnQueue;
  readonly #scores: LRUCache<string, number>;
  readonly #now: () => number;

  constructor(options: RedemptionQueueOptions) {
    const { perSecond, now = Date.now } = options;
    const burst = Math.max(MIN_BURST, perSecond * BURST_SECONDS);
    this.#now = now;
    this.#scores = new LRUCache({ max: MAX_CLIENTS, ttl: MEMORY_MS });
    this.#turns = TurnQueue.create({
      limit: { perSecond, burst },
      reserve: burst * RESERVED_SHARE,
      strideOf: client =>
        (this.#scores.get(client) ?? 0) >= SUSPICION ? SUSPECTS_STRIDE : 1,
      now,
    });
  }

  /**
   * Waits until a code of this client may be redeemed.
   *
   * @throws SignInsBusy when that would take too long, or the client has gone
   */
  async wait(client: string, signal?: AbortSignal): Promise<void> {
    const deadline = this.#now() + MAX_WAIT_MS;
    const outcome = await this.#turns.acquire({
      user: client,
      deadline,
      signal,
    });
    if (outcome.kind !== 'granted') {
      const waitMs = outcome.kind === 'busy' ? outcome.waitMs : PAUSE_MS;
      throw new SignInsBusy(Math.max(1, Math.ceil(waitMs / 1000)));
    }
  }

  /** Notes whether a client's turn was of use: whether Palette took the code. */
  note(client: string, isGood: boolean): void {
    const score = (this.#scores.get(client) ?? 0) + (isGood ? -1 : 1);
    const bounded = Math.max(-MAX_SCORE, Math.min(MAX_SCORE, score));
    this.#scores.set(client, bounded);
  }

  /** Counts the calls that don't wait, and heeds it when Palette says that they were too many. */
  counting(fetch: Fetch): Fetch {
    return async (url, init) => {
      if (!isRedemption(init)) {
        this.#turns.take();
      }
      const response = await fetch(url, init);
      if (response.status === 429) {
        this.#turns.pause(PAUSE_MS);
      }
      return response;
    };
  }
}

/** What {@link RedemptionQueue} needs. */
export interface RedemptionQueueOptions {
  /** Calls a second that Palette takes. */
  perSecond: number;
  now?: () => number;
}
