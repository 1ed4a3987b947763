import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { SpectroCloudSessionToken } from '../SpectroCloudTokenService';
import type { SessionHolder } from './sessionRevokedEvent';

const MAX_ENTRIES = 5_000;
/** The auth plugin renews a token in its last ten minutes at the earliest, and only when it is asked for it. */
const RENEWAL_WINDOW_MS = 600_000;
const MAX_TTL_IN_RENEWAL_WINDOW_MS = 30_000;
const MAX_REVOKED = 5_000;
const MAX_REFUSED = 5_000;
/** How many browsers of a user may hold a current cookie before one of them is asked for again. */
const MAX_COOKIES = 16;

interface Entry {
  token: SpectroCloudSessionToken;
  /** Hashes of the sealed cookies that are known to be up to date; '' stands for none. */
  cookies: Set<string>;
}

/** Whose token, and what of their browser's cookie. */
export interface TokenMemoryKey {
  userEntityRef: string;
  environment: string;
  /** Hash of the request's sealed cookie, '' when it has none. */
  cookieHash: string;
}

function keyOf({ userEntityRef, environment }: TokenMemoryKey): string {
  return JSON.stringify([userEntityRef, environment]);
}

/**
 * A reader's bounded copy of session tokens, for moments only.
 *
 * A copy answers only requests whose cookie is up to date: the others still have
 * to be told the new one.
 */
export class TokenMemory implements SessionHolder {
  readonly #ttlMs: number;
  readonly #now: () => Date;
  readonly #entries: LRUCache<string, Entry>;
  /** Sessions that ended lately: an answer that was under way then must not be kept. */
  readonly #revoked = new LRUCache<string, true>({ max: MAX_REVOKED });
  /** Hashes of tokens that Palette refused lately, for the same reason. */
  readonly #refused = new LRUCache<string, true>({ max: MAX_REFUSED });

  constructor(options: TokenMemoryOptions) {
    this.#ttlMs = options.ttlMs;
    this.#now = options.now ?? (() => new Date());
    this.#entries = new LRUCache({
      max: MAX_ENTRIES,
      perf: { now: options.monotonicNow ?? (() => performance.now()) },
      ttlResolution: 0,
    });
  }

  get(key: TokenMemoryKey): SpectroCloudSessionToken | undefined {
    const entry = this.#entries.get(keyOf(key));
    return entry?.cookies.has(key.cookieHash) && this.#isAlive(entry.token)
      ? entry.token
      : undefined;
  }

  /** Keeps an answer, without its `Set-Cookie`, which is for one browser. */
  set(
    key: TokenMemoryKey,
    answer: SpectroCloudSessionToken,
    newCookieHash: string | undefined,
  ): void {
    const { setCookie: _, ...token } = answer;
    if (this.#ttlMs <= 0 || this.#hasEnded(token)) {
      return;
    }
    const known = this.#entries.get(keyOf(key));
    const cookies =
      known?.token.token === token.token ? known.cookies : new Set<string>();
    if (cookies.size >= MAX_COOKIES) {
      cookies.clear();
    }
    cookies.add(newCookieHash ?? key.cookieHash);
    if (key.cookieHash === '') {
      cookies.add('');
    }
    this.#entries.set(
      keyOf(key),
      { token, cookies },
      { ttl: this.#ttlOf(token) },
    );
  }

  /** Keeps a refused token no more, and drops a user's copy if it still holds it. */
  dropToken(key: TokenMemoryKey, token: string): void {
    this.#refused.set(hash('sha256', token, 'base64url'), true);
    if (this.#entries.peek(keyOf(key))?.token.token === token) {
      this.#entries.delete(keyOf(key));
    }
  }

  /** Drops every copy of sessions that ended. */
  dropSessions(sessionIds: string[]): void {
    const ended = new Set(sessionIds);
    ended.forEach(sessionId => this.#revoked.set(sessionId, true));
    for (const [key, entry] of this.#entries.entries()) {
      if (ended.has(entry.token.sessionId)) {
        this.#entries.delete(key);
      }
    }
  }

  /** In milliseconds; a copy of a token that is to be renewed soon must not keep that from happening. */
  #ttlOf({ expiresAt }: SpectroCloudSessionToken): number {
    const untilRenewalMs =
      expiresAt === undefined
        ? Infinity
        : expiresAt.getTime() - this.#now().getTime() - RENEWAL_WINDOW_MS;
    return Math.min(
      this.#ttlMs,
      Math.max(untilRenewalMs, MAX_TTL_IN_RENEWAL_WINDOW_MS),
    );
  }

  #isAlive({ expiresAt }: SpectroCloudSessionToken): boolean {
    return expiresAt === undefined || expiresAt > this.#now();
  }

  #hasEnded({ sessionId, token }: SpectroCloudSessionToken): boolean {
    return (
      this.#revoked.has(sessionId) ||
      this.#refused.has(hash('sha256', token, 'base64url'))
    );
  }
}

/** What {@link TokenMemory} needs. */
export interface TokenMemoryOptions {
  /** How long a copy is served, in milliseconds; 0 keeps none. */
  ttlMs: number;
  /** The time of day, which the expiry of a token is told in. */
  now?: () => Date;
  /** Milliseconds of a clock that nobody sets, for the age of a copy; `performance.now` by default. */
  monotonicNow?: () => number;
}
