import { isError } from '@backstage/errors';
import {
  SingleFlight,
  type NewSession,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { ApiTokenCookie, CookieSession } from './ApiTokenCookie';
import { sha256 } from './hashHandle';
import { isSamePaletteUser } from './paletteOwner';
import { sessionEnd } from './renewalRule';
import {
  environmentOf,
  paletteOf,
  type SessionContext,
} from './SessionContext';
import type { SessionEnder } from './SessionEnder';

/** For whom a session is restored: the caller of a request, or the browser that holds the handle. */
export type RestoreOwner = { userEntityRef: string } | { id: string };

/** What a request brought that a lost row may be restored from. */
export interface RestoreRequest {
  sealedCookie: string | undefined;
  environment: string;
  owner: RestoreOwner;
  refusedTokenSha256?: string;
}

/** Puts a lost row back from the caller's sealed cookie. */
export class SessionRestorer {
  readonly #context: SessionContext;
  readonly #cookie: ApiTokenCookie;
  readonly #ender: SessionEnder;
  readonly #flights = SingleFlight.create<StoredSession | undefined>();

  private constructor(options: SessionRestorerOptions) {
    this.#context = options.context;
    this.#cookie = options.cookie;
    this.#ender = options.ender;
  }

  static create(options: SessionRestorerOptions): SessionRestorer {
    return new SessionRestorer(options);
  }

  /**
   * Restores the session of a cookie: of the same user and environment, unexpired,
   * without a tombstone, and with a token that Palette accepts now.
   *
   * @returns undefined when there is nothing to restore
   * @throws `ServiceUnavailableError` when it can't be told now
   */
  async restore(request: RestoreRequest): Promise<StoredSession | undefined> {
    const session = this.#openFor(request);
    if (!session) {
      return undefined;
    }
    const { tokens } = this.#context.stores;
    if (await tokens.isEnded(session)) {
      this.#log(session, 'not restored: it has ended');
      return undefined;
    }
    if (await tokens.hasRow(session.id)) {
      return undefined;
    }
    if (
      sha256(session.tokens.sessionToken ?? '') === request.refusedTokenSha256
    ) {
      await this.#ender.end(session, 'refused');
      return undefined;
    }
    return this.#flights.run(session.id, () => this.#restore(session));
  }

  #openFor(request: RestoreRequest): NewSession | undefined {
    const { environment, owner, sealedCookie } = request;
    const session = this.#cookie.open(sealedCookie);
    const isOwners =
      session?.environment === environment &&
      ('id' in owner
        ? session.id === owner.id
        : session.userEntityRef === owner.userEntityRef);
    return session && isOwners ? this.#withinLimits(session) : undefined;
  }

  #withinLimits({ issuedAt: _, ...session }: CookieSession) {
    const now = this.#context.now();
    const environment = environmentOf(this.#context, session.environment);
    const { sessionTokenExpiresAt } = session.tokens;
    const expiresAt = sessionEnd(session, environment);
    if (expiresAt <= now || (sessionTokenExpiresAt ?? expiresAt) <= now) {
      return undefined;
    }
    return {
      ...session,
      usedAt: now,
      expiresAt,
      idleExpiresAt: new Date(now.getTime() + environment.sessionIdleTimeoutMs),
    };
  }

  async #restore(session: NewSession): Promise<StoredSession | undefined> {
    const { tokens } = this.#context.stores;
    const { sessions } = await tokens.readSessions(session);
    if (sessions.some(other => !isSamePaletteUser(other, session))) {
      // The user has connected another Palette identity since.
      this.#log(session, 'not restored: another Palette user is connected');
      return undefined;
    }
    if (!(await this.#isAccepted(session))) {
      await this.#ender.end(session, 'refused');
      return undefined;
    }
    const restored = await tokens.restoreSession(session);
    this.#log(session, restored ? 'restored' : 'not restored: it has ended');
    return restored ? tokens.getSession(session.id) : undefined;
  }

  async #isAccepted(session: NewSession): Promise<boolean> {
    try {
      const palette = paletteOf(this.#context, session.environment);
      const identity = await palette.whoAmI(session.tokens.sessionToken ?? '');
      return isSamePaletteUser({ ...session, identity }, session);
    } catch (error) {
      if (isError(error) && error.name === 'AuthenticationError') {
        return false;
      }
      throw error;
    }
  }

  #log(session: NewSession, what: string): void {
    this.#context.logger.debug(
      `Palette session ${session.id} of ${session.userEntityRef} (${session.environment}) ${what}`,
    );
  }
}

/** What {@link SessionRestorer.create} needs. */
export interface SessionRestorerOptions {
  context: SessionContext;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
}
