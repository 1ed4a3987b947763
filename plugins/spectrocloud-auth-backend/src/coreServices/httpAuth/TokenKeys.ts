import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { tokenTypes } from '@backstage/plugin-auth-node';
import { decodeJwt, decodeProtectedHeader } from 'jose';

const TIMEOUT_MS = 2_000;
/** Tokens that are simply bad don't multiply the calls. */
const REMEMBERED_MS = 5_000;
/** Whoever makes tokens up names plugins as they like. */
const MAX_REMEMBERED = 100;
/** The framework asks no others for keys. */
const PLUGIN_ID = /^[a-z0-9_-]+$/i;

/** Keys that tokens are verified with, and where. */
interface KeySet {
  plugin: string;
  path: string;
}

const USER_KEYS: KeySet = { plugin: 'auth', path: '/.well-known/jwks.json' };

/** The keys that a token needs: a plugin's are its own, beside those of the user that it calls for. */
function keySetsOf(token: string): KeySet[] {
  try {
    const { typ } = decodeProtectedHeader(token);
    const { sub = '', obo } = decodeJwt(token);
    if (typ === tokenTypes.plugin.typParam && PLUGIN_ID.test(sub)) {
      const ownKeys = { plugin: sub, path: '/.backstage/auth/v1/jwks.json' };
      return obo ? [ownKeys, USER_KEYS] : [ownKeys];
    }
  } catch {
    // No token of a plugin.
  }
  return [USER_KEYS];
}

/** Knows whether the keys that verify Backstage tokens can be fetched now. */
export class TokenKeys {
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  readonly #known = new Map<
    string,
    { areAvailable: Promise<boolean>; until: number }
  >();

  constructor(options: TokenKeysOptions) {
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? fetch;
    this.#now = options.now ?? (() => performance.now());
  }

  /** @param token - that could not be verified; it may be anything */
  async areAvailable(token: string): Promise<boolean> {
    const answers = await Promise.all(
      keySetsOf(token).map(keySet => this.#ask(keySet)),
    );
    return answers.every(Boolean);
  }

  #ask(keySet: KeySet): Promise<boolean> {
    const key = JSON.stringify(keySet);
    const known = this.#known.get(key);
    if (known && this.#now() < known.until) {
      return known.areAvailable;
    }
    if (this.#known.size >= MAX_REMEMBERED) {
      this.#known.clear();
    }
    const asked = { areAvailable: this.#canFetch(keySet), until: Infinity };
    asked.areAvailable.then(() => {
      asked.until = this.#now() + REMEMBERED_MS;
    });
    this.#known.set(key, asked);
    return asked.areAvailable;
  }

  async #canFetch({ plugin, path }: KeySet): Promise<boolean> {
    try {
      const baseUrl = await this.#discovery.getBaseUrl(plugin);
      const response = await this.#fetch(`${baseUrl}${path}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.arrayBuffer();
      // A plugin that isn't there, or has no keys, will never have any.
      const isUnknown = response.status === 404 && plugin !== USER_KEYS.plugin;
      return response.ok || isUnknown;
    } catch {
      return false;
    }
  }
}

/** What {@link TokenKeys} needs. */
export interface TokenKeysOptions {
  discovery: DiscoveryService;
  fetch?: typeof fetch;
  /** Milliseconds of a clock that nobody sets; `performance.now` by default. */
  now?: () => number;
}
