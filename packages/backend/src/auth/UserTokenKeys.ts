import type { DiscoveryService } from '@backstage/backend-plugin-api';

const TIMEOUT_MS = 2_000;
/** Tokens that are simply bad don't multiply the calls. */
const REMEMBERED_MS = 5_000;

/** Knows whether the keys that verify Backstage tokens can be fetched now. */
export class UserTokenKeys {
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  #asking?: Promise<boolean>;
  #known?: { areAvailable: boolean; until: number };

  private constructor(options: UserTokenKeysOptions) {
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? fetch;
    this.#now = options.now ?? (() => performance.now());
  }

  static create(options: UserTokenKeysOptions): UserTokenKeys {
    return new UserTokenKeys(options);
  }

  async areAvailable(): Promise<boolean> {
    if (this.#known && this.#now() < this.#known.until) {
      return this.#known.areAvailable;
    }
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<boolean> {
    const areAvailable = await this.#canFetch();
    this.#known = { areAvailable, until: this.#now() + REMEMBERED_MS };
    return areAvailable;
  }

  async #canFetch(): Promise<boolean> {
    try {
      const baseUrl = await this.#discovery.getBaseUrl('auth');
      const response = await this.#fetch(`${baseUrl}/.well-known/jwks.json`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }
}

/** What {@link UserTokenKeys} needs. */
export interface UserTokenKeysOptions {
  discovery: DiscoveryService;
  fetch?: typeof fetch;
  /** Milliseconds of a clock that nobody sets; `performance.now` by default. */
  now?: () => number;
}
