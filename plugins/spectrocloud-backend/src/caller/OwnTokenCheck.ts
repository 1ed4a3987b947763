import { NotAllowedError } from '@backstage/errors';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteIdentity } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { LRUCache } from 'lru-cache';
import type { PaletteInstance } from '../PaletteInstance';
import { fingerprint } from './PaletteCaller';

const REMEMBERED_TOKENS = 1_000;
const REMEMBERED_FOR_MS = 30_000;

/** Checks that a session token that a caller holds itself is the caller's. */
export class OwnTokenCheck {
  /** Fingerprint and instance to whose token Palette said it is. */
  readonly #owners: LRUCache<string, PaletteIdentity>;

  private constructor() {
    this.#owners = new LRUCache({
      max: REMEMBERED_TOKENS,
      ttl: REMEMBERED_FOR_MS,
    });
  }

  static create(): OwnTokenCheck {
    return new OwnTokenCheck();
  }

  /**
   * @throws `NotAllowedError` when the token belongs to someone else.
   * @throws `ReauthenticationRequiredError` when Palette does not accept it.
   */
  async check(options: {
    instance: PaletteInstance;
    token: string;
    identity: PaletteIdentity;
  }): Promise<void> {
    const { instance, token, identity } = options;
    const key = `${instance.name} ${fingerprint(token)}`;
    let owner = this.#owners.get(key);
    if (!owner) {
      owner = await whoAmI(instance, token);
      this.#owners.set(key, owner);
    }
    if (
      !owner.tenantUid ||
      !owner.userUid ||
      owner.tenantUid !== identity.tenantUid ||
      owner.userUid !== identity.userUid
    ) {
      throw new NotAllowedError('The Palette session token is not yours');
    }
  }
}

async function whoAmI(
  instance: PaletteInstance,
  token: string,
): Promise<PaletteIdentity> {
  try {
    return await instance.whoAmI(token);
  } catch (error) {
    const { name, statusCode } = error as {
      name?: string;
      statusCode?: number;
    };
    if (name === 'AuthenticationError' || statusCode === 401) {
      throw new ReauthenticationRequiredError(instance.authEnvironment);
    }
    throw error;
  }
}
