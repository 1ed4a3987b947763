import { TokenBucket } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import {
  errors as jose,
  type JWTVerifyOptions,
  type JWTVerifyResult,
  createRemoteJWKSet,
  customFetch,
  jwtVerify,
} from 'jose';
import { LoginFailure } from '../login/LoginFailure';
import { requireKeySet } from './misfit';
import { normaliseKeySet } from './paletteDeviations';
import { type Fetch, transformJson } from './paletteFetch';

/** How long keys are used without a look at whether they are still published. */
const FRESH_MS = 600_000;
/** Unknown keys make the key set be fetched again, one in 30 seconds on average and three at once. */
const FETCHES = { perSecond: 1 / 30, burst: 3 };
const KEY_UNKNOWN =
  'Palette has signed with a key that Backstage does not know yet. Try again in half a minute.';

/** The keys that Palette publishes; what they verify, and when they are fetched again. */
export class PaletteKeys {
  readonly #keySet: ReturnType<typeof createRemoteJWKSet>;
  readonly #fetches: TokenBucket;
  readonly #now: () => number;
  #fetchedAt = -Infinity;

  constructor(
    readonly url: string,
    options: { fetch: Fetch; timeoutMs: number; now: () => number },
  ) {
    this.#now = options.now;
    this.#fetches = TokenBucket.create(FETCHES, options.now);
    const fetch = requireKeySet(transformJson(options.fetch, normaliseKeySet));
    this.#keySet = createRemoteJWKSet(new URL(url), {
      // When they are fetched again is said here, since the library knows of no reserve.
      cooldownDuration: Infinity,
      cacheMaxAge: Infinity,
      timeoutDuration: options.timeoutMs,
      [customFetch]: fetch,
    });
  }

  /**
   * Verifies a JWT with the key that its header names, fetched again where it may have come since.
   *
   * @throws what jose throws, or a LoginFailure when the key may be known in half a minute
   */
  async verify(
    token: string,
    options: JWTVerifyOptions,
  ): Promise<JWTVerifyResult> {
    const usedSince = this.#fetchedAt;
    if (this.#now() >= usedSince + FRESH_MS) {
      await this.#fetch();
    }
    try {
      return await jwtVerify(token, this.#keySet, options);
    } catch (error) {
      // Without a key id, or under one that is used again, a new key looks like a wrong signature.
      const isUnknown = error instanceof jose.JWKSNoMatchingKey;
      if (
        !isUnknown &&
        !(error instanceof jose.JWSSignatureVerificationFailed)
      ) {
        throw error;
      }
      // They may just have been fetched, by this call or another.
      if (this.#fetchedAt === usedSince && !(await this.#fetch())) {
        throw isUnknown
          ? new LoginFailure('palette_unavailable', error, KEY_UNKNOWN)
          : error;
      }
      return jwtVerify(token, this.#keySet, options);
    }
  }

  /** @returns whether the limit allowed it, which the first fetch doesn't heed */
  async #fetch(): Promise<boolean> {
    const isFirst = this.#fetchedAt === -Infinity;
    if (!this.#keySet.reloading && !this.#fetches.tryTake() && !isFirst) {
      return false;
    }
    await this.#keySet.reload();
    this.#fetchedAt = this.#now();
    return true;
  }
}
