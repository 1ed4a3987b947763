interface Limit {
  perSecond: number;
  burst: number;
}

const ORDINARY: Limit = { perSecond: 10, burst: 50 };
const FAST: Limit = { perSecond: 50, burst: 250 };
const SCARCE: Limit = { perSecond: 2, burst: 10 };

/** The documented prefixes, more particular ones first; `:uid` is one segment. */
const PREFIXES: [prefix: string, limit: Limit][] = [
  ['/v1/auth/password', SCARCE],
  ['/v1/auth/user/:uid/password', SCARCE],
  ['/v1/spectroclusters/:uid/assets', ORDINARY],
  ['/v1/spectroclusters/:uid/profiles', FAST],
  ['/v1/spectroclusters', FAST],
  ['/v1/clusterprofiles', FAST],
  ['/v1/cloudconfigs', FAST],
  ['/v1/events/components', FAST],
];

interface Rule {
  name: string;
  limit: Limit;
  pattern: RegExp;
}

const RULES: Rule[] = PREFIXES.map(([name, limit]) => ({
  name,
  limit,
  pattern: new RegExp(`^${name.replace(':uid', '[^/]+')}(/|$)`),
}));

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Palette's limits: a token bucket for each source address and path prefix
 * (the first two segments unless another one is documented). Off by default.
 */
export class RateLimits {
  enabled = false;
  readonly #clock: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Whether this call is within the limit; it counts if so. */
  take(address: string, path: string): boolean {
    if (!this.enabled) {
      return true;
    }
    const { name, limit } = ruleOf(path);
    const key = `${address} ${name}`;
    const now = this.#clock();
    const bucket = this.#buckets.get(key) ?? { tokens: limit.burst, at: now };
    const refilled =
      bucket.tokens + ((now - bucket.at) / 1000) * limit.perSecond;
    const tokens = Math.min(limit.burst, refilled);
    const allowed = tokens >= 1;
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    return allowed;
  }

  clear(): void {
    this.enabled = false;
    this.#buckets.clear();
  }
}

function ruleOf(path: string): { name: string; limit: Limit } {
  return (
    RULES.find(({ pattern }) => pattern.test(path)) ?? {
      name: path.split('/').slice(0, 3).join('/'),
      limit: ORDINARY,
    }
  );
}
