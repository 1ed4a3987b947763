import type { SessionHolder } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { LRUCache } from 'lru-cache';

const MAX_DECISIONS = 20_000;
/** Somebody who was just given a permission does not wait for it. */
const MAX_DENIAL_TTL_MS = 1_000;

/** Whose decisions, and how long they may be believed. */
export interface DecisionOwner {
  /** Made of the user and the very token of the request: nothing is shared across it. */
  key: string;
  /** When the token expires, in ms since 1970. */
  expiresAt?: number;
}

/**
 * Shares the permission system's decisions for moments, and lets equal questions
 * at the same time wait for one answer; both for one user's one token only.
 */
export class DecisionCache implements SessionHolder {
  readonly #ttlMs: number;
  readonly #now: () => number;
  readonly #decisions: LRUCache<string, boolean>;
  #underWay = new Map<string, Promise<boolean>>();

  constructor(options: {
    /** How long a grant is believed; 0 shares none, not even with who asks at the same time. */
    ttlMs: number;
    now?: () => number;
  }) {
    this.#ttlMs = options.ttlMs;
    this.#now = options.now ?? Date.now;
    this.#decisions = new LRUCache<string, boolean>({
      max: MAX_DECISIONS,
      ttl: options.ttlMs,
      ttlResolution: 0,
      perf: { now: this.#now },
    });
  }

  /** Forgets all: whose the sessions were, decisions don't say, and asking the others again costs little. */
  dropSessions(): void {
    this.#decisions.clear();
    // An answer that is under way goes to those who wait, and is not kept.
    this.#underWay = new Map();
  }

  /** The decisions, in the order of the names; `ask` is called once at most, for those not known. */
  async decide(
    owner: DecisionOwner,
    names: string[],
    ask: (missing: string[]) => Promise<boolean[]>,
  ): Promise<boolean[]> {
    if (this.#ttlMs <= 0) return ask(names);
    const keyOf = (name: string) => `${name} ${owner.key}`;
    const known = new Map(
      names.map(name => {
        const key = keyOf(name);
        return [name, this.#decisions.get(key) ?? this.#underWay.get(key)];
      }),
    );
    const missing = names.filter(name => known.get(name) === undefined);
    const asked =
      missing.length > 0 && this.#askFor(missing, owner, keyOf, ask);
    return Promise.all(
      names.map(name => known.get(name) ?? (asked && asked.get(name)) ?? false),
    );
  }

  #askFor(
    missing: string[],
    owner: DecisionOwner,
    keyOf: (name: string) => string,
    ask: (missing: string[]) => Promise<boolean[]>,
  ): Map<string, Promise<boolean>> {
    const answers = ask(missing);
    const underWay = this.#underWay;
    return new Map(
      missing.map((name, index) => {
        const key = keyOf(name);
        const decision = answers.then(decisions => decisions[index] === true);
        underWay.set(key, decision);
        decision
          .then(allowed => {
            if (this.#underWay === underWay) this.#keep(key, allowed, owner);
          })
          .catch(() => {})
          .finally(() => underWay.delete(key));
        return [name, decision];
      }),
    );
  }

  #keep(key: string, allowed: boolean, { expiresAt }: DecisionOwner): void {
    const ttl = Math.min(
      this.#ttlMs,
      allowed ? Infinity : MAX_DENIAL_TTL_MS,
      expiresAt === undefined ? Infinity : expiresAt - this.#now(),
    );
    // For the cache, 0 would mean for ever.
    if (ttl > 0) this.#decisions.set(key, allowed, { ttl });
  }
}
