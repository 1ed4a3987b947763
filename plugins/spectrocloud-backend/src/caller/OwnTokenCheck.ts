import { hash } from 'node:crypto';
import { NotAllowedError } from '@backstage/errors';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type PaletteIdentity,
  SingleFlight,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { LRUCache } from 'lru-cache';
import type { PaletteInstance } from '../palette/PaletteInstances';

const REMEMBERED_TOKENS = 1_000;
const REMEMBERED_FOR_MS = 30_000;

/** Whose token it is, or that Palette refuses it. */
type Owner = PaletteIdentity | 'refused';

/** Checks that a session token that a caller holds itself is the caller's. */
export class OwnTokenCheck {
  /** By instance and the token's hash; refusals too, so that guessing costs Palette nothing. */
  readonly #owners = new LRUCache<string, Owner>({
    max: REMEMBERED_TOKENS,
    ttl: REMEMBERED_FOR_MS,
  });
  readonly #flights = new SingleFlight<Owner>();

  /**
   * @throws `NotAllowedError` when the token belongs to someone else.
   * @throws `ReauthenticationRequiredError` when Palette does not accept it.
   * @throws `PaletteBusyError` when Palette can't be asked within its limits.
   */
  async check(options: {
    instance: PaletteInstance;
    token: string;
    identity: PaletteIdentity;
  }): Promise<void> {
    const { instance, token, identity } = options;
    const key = `${instance.name} ${hash('sha256', token, 'base64url')}`;
    const owner =
      this.#owners.get(key) ??
      (await this.#flights.run(key, async () => {
        const asked = await askOwner(options);
        this.#owners.set(key, asked);
        return asked;
      }));
    if (owner === 'refused') {
      throw new ReauthenticationRequiredError(instance.authEnvironment);
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

/** Asks Palette, in the turn of the user whose session is at hand. */
async function askOwner(options: {
  instance: PaletteInstance;
  token: string;
  identity: PaletteIdentity;
}): Promise<Owner> {
  const { instance, token, identity } = options;
  try {
    return await instance.whoAmI(
      token,
      `${identity.tenantUid} ${identity.userUid}`,
    );
  } catch (error) {
    const { name, statusCode } = error as {
      name?: string;
      statusCode?: number;
    };
    if (name === 'AuthenticationError' || statusCode === 401) {
      return 'refused';
    }
    throw error;
  }
}
