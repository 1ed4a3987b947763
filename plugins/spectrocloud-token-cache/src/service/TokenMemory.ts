import { LRUCache } from 'lru-cache';
import type { SpectroCloudSessionToken } from '../SpectroCloudTokenService';

const MAX_ENTRIES = 5_000;
const MAX_REVOKED = 5_000;
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
export class TokenMemory {
  readonly #ttlMs: number;
  readonly #now: () => Date;
  readonly #entries: LRUCache<string, Entry>;
  /** Sessions that ended lately: an answer that was under way then must not be kept. */
  readonly #revoked = new LRUCache<string, true>({ max: MAX_REVOKED });

  private constructor(ttlMs: number, now: () => Date) {
    this.#ttlMs = ttlMs;
    this.#now = now;
    this.#entries = new LRUCache({
      max: MAX_ENTRIES,
      perf: { now: () => now().getTime() },
      ttlResolution: 0,
    });
  }

  static create(options: { ttlMs: number; now: () => Date }): TokenMemory {
    return new TokenMemory(options.ttlMs, options.now);
  }

  get(key: TokenMemoryKey): SpectroCloudSessionToken | undefined {
    const entry = this.#entries.get(keyOf(key));
    return entry?.cookies.has(key.cookieHash) ? entry.token : undefined;
  }

  /** Keeps an answer, without its `Set-Cookie`, which is for one browser. */
  set(
    key: TokenMemoryKey,
    answer: SpectroCloudSessionToken,
    newCookieHash: string | undefined,
  ): void {
    const { setCookie: _, ...token } = answer;
    const expiresAt = token.expiresAt?.getTime() ?? Infinity;
    const ttl = Math.min(this.#ttlMs, expiresAt - this.#now().getTime());
    if (ttl <= 0 || this.#revoked.has(token.sessionId)) {
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
    this.#entries.set(keyOf(key), { token, cookies }, { ttl });
  }

  /** Drops a user's copy if it still holds the token. */
  dropToken(key: TokenMemoryKey, token: string): void {
    if (this.#entries.peek(keyOf(key))?.token.token === token) {
      this.#entries.delete(keyOf(key));
    }
  }

  /** Drops every copy of a session that ended. */
  dropSession(sessionId: string): void {
    this.#revoked.set(sessionId, true);
    for (const [key, entry] of this.#entries.entries()) {
      if (entry.token.sessionId === sessionId) {
        this.#entries.delete(key);
      }
    }
  }
}
