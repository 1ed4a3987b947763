import { ServiceUnavailableError } from '@backstage/errors';
import {
  SingleFlight,
  type NewSession,
  type PaletteIdentity,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { sha256 } from '../sha256';
import type { ApiTokenCookie, CookieSession } from './ApiTokenCookie';
import { isRefusal } from './isRefusal';
import {
  isOfIssuersTenant,
  isOwnedBy,
  isSamePaletteUser,
} from './paletteOwner';
import type { PendingEnds } from './PendingEnds';
import { sessionEnd } from './renewalRule';
import {
  environmentOf,
  paletteOf,
  type SessionContext,
} from './SessionContext';
import type { SessionEnder } from './SessionEnder';
import type { ResolveOwner } from './SessionEnvironment';

/** For whom a session is restored: the proven caller of a request, the browser that holds the handle, or both. */
export type RestoreOwner =
  | { userEntityRef: string; id?: string }
  | { userEntityRef?: string; id: string };

/** What a request brought that a lost row may be restored from. */
export interface RestoreRequest {
  sealedCookie?: string;
  environment: string;
  owner: RestoreOwner;
  refusedTokenSha256?: string;
}

function isOf(owner: RestoreOwner, session: NewSession): boolean {
  const { id = session.id, userEntityRef = session.userEntityRef } = owner;
  return session.id === id && session.userEntityRef === userEntityRef;
}

/** Puts a lost row back from the caller's sealed cookie. */
export class SessionRestorer {
  readonly #context: SessionContext;
  readonly #cookie: ApiTokenCookie;
  readonly #ender: SessionEnder;
  readonly #pendingEnds: PendingEnds;
  readonly #resolveOwner: ResolveOwner;
  readonly #flights = SingleFlight.create<StoredSession | undefined>();

  private constructor(options: SessionRestorerOptions) {
    this.#context = options.context;
    this.#cookie = options.cookie;
    this.#ender = options.ender;
    this.#pendingEnds = options.pendingEnds;
    this.#resolveOwner = options.resolveOwner;
  }

  static create(options: SessionRestorerOptions): SessionRestorer {
    return new SessionRestorer(options);
  }

  /**
   * Restores the session of a cookie: of the same user and environment, unexpired,
   * without a tombstone, and with a token that Palette accepts now as the user's.
   *
   * @returns undefined when there is nothing to restore
   * @throws `ServiceUnavailableError` when it can't be told now
   */
  async restore(request: RestoreRequest): Promise<StoredSession | undefined> {
    const session = this.#openFor(request);
    if (!session || !this.#context.palettes.has(session.environment)) {
      return undefined;
    }
    const { tokens } = this.#context.stores;
    const cookieId = cookieIdOf(session);
    if (
      this.#pendingEnds.has(session.id) ||
      (await tokens.isEnded(session)) ||
      (await tokens.isEnded({ ...session, id: cookieId }))
    ) {
      this.#log(session, 'not restored: it has ended');
      return undefined;
    }
    const isRefused = (found: NewSession) =>
      sha256(found.tokens.sessionToken ?? '') === request.refusedTokenSha256;
    if (await tokens.getSummary(session.id)) {
      const own = await this.#readOwn(session);
      return own && !isRefused(own) ? own : undefined;
    }
    if (isRefused(session)) {
      await this.#endCookie(session);
      return undefined;
    }
    const isCaller = request.owner.userEntityRef !== undefined;
    return this.#flights.run(`${cookieId} ${isCaller}`, () =>
      this.#restore(session, isCaller),
    );
  }

  #openFor(request: RestoreRequest): NewSession | undefined {
    const { environment, owner, sealedCookie } = request;
    const session = this.#cookie.open(sealedCookie);
    return session?.environment === environment && isOf(owner, session)
      ? this.#withinLimits(session)
      : undefined;
  }

  #withinLimits({ issuedAt, ...session }: CookieSession) {
    const now = this.#context.now();
    const environment = environmentOf(this.#context, session.environment);
    const { sessionTokenExpiresAt } = session.tokens;
    const expiresAt = sessionEnd(session, environment);
    const idleExpiresAt = issuedAt.getTime() + environment.sessionIdleTimeoutMs;
    if (
      expiresAt <= now ||
      (sessionTokenExpiresAt ?? expiresAt) <= now ||
      idleExpiresAt <= now.getTime()
    ) {
      return undefined;
    }
    return {
      ...session,
      usedAt: now,
      expiresAt,
      idleExpiresAt: new Date(now.getTime() + environment.sessionIdleTimeoutMs),
    };
  }

  async #restore(
    session: NewSession,
    isCaller: boolean,
  ): Promise<StoredSession | undefined> {
    const { tokens } = this.#context.stores;
    const { sessions } = await tokens.readSessions(session);
    if (sessions.some(other => !isSamePaletteUser(other, session))) {
      // The user has connected another Palette identity since.
      this.#log(session, 'not restored: another Palette user is connected');
      await this.#ender.end(session, 'other-identity');
      return undefined;
    }
    const identity = await this.#whoAmI(session);
    if (!identity || !isOwnedBy(session, identity)) {
      await this.#endCookie(session);
      return undefined;
    }
    const isUsers = sessions.length
      ? sessions.every(stored => isOwnedBy(stored, identity))
      : await this.#isUsers(session, identity, isCaller);
    if (!isUsers) {
      this.#log(session, 'not restored: its token is another user’s');
      return undefined;
    }
    const restored = await tokens.restoreSession(session);
    this.#log(session, restored ? 'restored' : 'not restored: it has ended');
    return restored ? this.#readOwn(session) : undefined;
  }

  /** What is there under the id, from this cookie or because another request was faster, if a key opens it. */
  async #readOwn({
    id,
    userEntityRef,
    environment,
  }: NewSession): Promise<StoredSession | undefined> {
    const found = await this.#context.stores.tokens.getSession(id);
    return found?.userEntityRef === userEntityRef &&
      found.environment === environment
      ? found
      : undefined;
  }

  /** The end of this cookie only: a newer one of the session may hold a token that lives. */
  async #endCookie(session: NewSession): Promise<void> {
    this.#log(session, 'not restored: Palette refuses the token');
    await this.#context.stores.tokens.removeSessionToken({
      id: cookieIdOf(session),
      until: session.tokens.sessionTokenExpiresAt ?? session.expiresAt,
    });
  }

  /**
   * Whether a Palette user is the Backstage user of a cookie where no row says so: whoever
   * has a key may have sealed the cookie, so its own word for it counts for nothing.
   */
  async #isUsers(
    { environment, userEntityRef }: NewSession,
    identity: PaletteIdentity,
    isCaller: boolean,
  ): Promise<boolean> {
    const { hasResolvers, issuer } = environmentOf(this.#context, environment);
    if (!isOfIssuersTenant(identity, issuer)) {
      // In a tenant of their own at the same Palette, anybody has whatever address they like.
      return false;
    }
    if (!hasResolvers) {
      // A connection says nothing of who its user is; it is theirs if they ask themselves.
      return isCaller;
    }
    const user = await this.#resolveOwner({ environment, identity });
    return user === userEntityRef;
  }

  /** @returns undefined when Palette refuses the token */
  async #whoAmI(session: NewSession): Promise<PaletteIdentity | undefined> {
    try {
      const palette = paletteOf(this.#context, session.environment);
      return await palette.whoAmI(session.tokens.sessionToken ?? '');
    } catch (error) {
      if (isRefusal(error)) {
        return undefined;
      }
      throw new ServiceUnavailableError(
        'Palette can’t be asked at the moment whose the session token is',
        error,
      );
    }
  }

  #log(session: NewSession, what: string): void {
    this.#context.logger.debug(
      `Palette session ${session.id} of ${session.userEntityRef} (${session.environment}) ${what}`,
    );
  }
}

/** What tells the cookies of a session apart: each token makes another one. */
function cookieIdOf({ id, tokens }: NewSession): string {
  return sha256(JSON.stringify(['cookie', id, tokens.sessionToken]));
}

/** What {@link SessionRestorer.create} needs. */
export interface SessionRestorerOptions {
  context: SessionContext;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
  pendingEnds: PendingEnds;
  resolveOwner: ResolveOwner;
}
