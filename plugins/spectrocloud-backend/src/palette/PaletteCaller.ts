import type { PaletteIdentity } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  PaletteFailedError,
  PaletteRefusedTokenError,
} from '../errors/PaletteErrors';
import type { PaletteInstance } from './PaletteInstances';
import type { PaletteAuthorization } from './PaletteTransport';

/** How a caller is known to Palette. */
export interface CallerSession {
  authorization: PaletteAuthorization;
  /** Stays the same while the session does; keys caches, is safe to log. */
  sessionId: string;
  identity?: PaletteIdentity;
  expiresAt?: Date;
}

/** What a caller is made of. */
export interface PaletteCallerOptions {
  instance: PaletteInstance;
  session: CallerSession;
  /** Asks for a newer token when Palette refused the one at hand. */
  exchange?(refusedToken: string): Promise<CallerSession>;
}

/** Someone for whom Palette is called, with their own authorization. */
export class PaletteCaller {
  readonly instance: PaletteInstance;
  readonly #exchange?: PaletteCallerOptions['exchange'];
  #session: CallerSession;
  #exchanging?: Promise<void>;
  #exchanged = false;

  constructor(options: PaletteCallerOptions) {
    this.instance = options.instance;
    this.#session = options.session;
    this.#exchange = options.exchange;
  }

  get session(): CallerSession {
    return this.#session;
  }

  /**
   * What answers for this caller are kept under: nothing is shared between two
   * environments, tenants, Palette users or sessions.
   */
  get cacheKey(): string {
    const { identity, sessionId } = this.#session;
    return JSON.stringify([
      this.instance.name,
      identity?.tenantUid ?? '',
      identity?.userUid ?? '',
      sessionId,
    ]);
  }

  /** Who shares a place in the queue: the same Palette user, whatever the session. */
  get queueKey(): string {
    const { identity, sessionId } = this.#session;
    return identity ? `${identity.tenantUid} ${identity.userUid}` : sessionId;
  }

  /**
   * Runs a call; when Palette refuses the token, once more with a newer one.
   *
   * @throws `ReauthenticationRequiredError` when there is no newer token, or Palette refuses that too.
   */
  async run<T>(
    call: (authorization: PaletteAuthorization) => Promise<T>,
  ): Promise<T> {
    const { authorization } = this.#session;
    try {
      return await call(authorization);
    } catch (error) {
      if (!(error instanceof PaletteRefusedTokenError)) throw error;
      await this.#renew(authorization);
    }
    try {
      return await call(this.#session.authorization);
    } catch (error) {
      if (!(error instanceof PaletteRefusedTokenError)) throw error;
      throw this.#reauthentication();
    }
  }

  /** Many calls of one request may be refused at once; the first one exchanges for all. */
  async #renew(refused: PaletteAuthorization): Promise<void> {
    if (this.#session.authorization !== refused) return;
    if (!this.#exchange || this.#exchanged || refused.kind !== 'session') {
      throw this.#reauthentication();
    }
    this.#exchanging ??= this.#exchange(refused.token)
      .then(session => {
        this.#session = session;
        this.#exchanged = true;
      })
      .finally(() => {
        this.#exchanging = undefined;
      });
    await this.#exchanging;
  }

  #reauthentication(): Error {
    return this.#session.authorization.kind === 'apiKey'
      ? new PaletteFailedError('Palette refused the service token')
      : new ReauthenticationRequiredError(this.instance.authEnvironment);
  }
}
