import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  hasLiveIdToken,
  isSession,
  isUsable,
  type SessionOwner,
  type SpectroCloudSessionToken,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { sha256 } from '../sha256';
import type { ApiTokenCookie } from './ApiTokenCookie';
import type { OwnerConfirmation } from './OwnerConfirmation';
import { isSamePaletteUser } from './paletteOwner';
import type { PendingEnds } from './PendingEnds';
import { environmentOf, type SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';
import type { LookupResult } from './SessionMetrics';
import type { SessionRenewer } from './SessionRenewer';
import type { SessionRestorer } from './SessionRestorer';
import type { SessionUses } from './SessionUses';

/** Whose token is asked for, and what the asker knows. */
export interface HandOutRequest extends SessionOwner {
  sealedCookie?: string;
  refusedTokenSha256?: string;
}

/** Finds a user's own token, fresh, confirmed and accepted as far as we know. */
export class TokenHandOut {
  readonly #options: TokenHandOutOptions;

  private constructor(options: TokenHandOutOptions) {
    this.#options = options;
  }

  static create(options: TokenHandOutOptions): TokenHandOut {
    return new TokenHandOut(options);
  }

  /**
   * The newest usable session token of a user.
   *
   * @throws `ReauthenticationRequiredError` when there is none
   * @throws `ServiceUnavailableError` when it can't be told now
   */
  async sessionToken(
    request: HandOutRequest,
  ): Promise<SpectroCloudSessionToken> {
    const { context, restorer } = this.#options;
    environmentOf(context, request.environment);
    const { sessions, result } = await this.#readAccepted(request);
    const prepared = await this.#firstPrepared(
      this.#lapsedLast(sessions, isUsable),
    );
    if (prepared) {
      context.metrics.lookedUp('hit');
      return this.#answer(prepared, sessions, request);
    }
    const restored = await restorer.restore({ ...request, owner: request });
    const session = restored && (await this.#prepare(restored));
    context.metrics.lookedUp(session ? 'restored' : result);
    if (!session) {
      throw new ReauthenticationRequiredError(request.environment);
    }
    return this.#answer(session, [session], request);
  }

  /**
   * The newest live ID token of a user.
   *
   * @throws `ReauthenticationRequiredError` when there is none
   */
  async idToken(
    owner: SessionOwner,
  ): Promise<{ idToken: string; expiresAt?: Date; sessionId: string }> {
    const { context, renewer } = this.#options;
    environmentOf(context, owner.environment);
    const { sessions } = await this.#read(owner);
    for (const candidate of this.#lapsedLast(sessions, isSession)) {
      // Its last token may have lapsed while somebody is renewing it.
      const alive = isSession(candidate, context.now())
        ? candidate
        : await renewer.settle(candidate);
      const session =
        alive && isSession(alive, context.now())
          ? await renewer.renewIfDue(alive)
          : undefined;
      if (session && hasLiveIdToken(session, context.now())) {
        const { idToken = '', idTokenExpiresAt } = session.tokens;
        await this.#options.uses.note(session);
        return { idToken, expiresAt: idTokenExpiresAt, sessionId: session.id };
      }
    }
    throw new ReauthenticationRequiredError(owner.environment);
  }

  /** The user's sessions of one Palette identity, the newest one's; those of a former one end here if they haven't yet. */
  async #read(
    owner: SessionOwner,
  ): Promise<{ sessions: StoredSession[]; result: LookupResult }> {
    const { context, ender, pendingEnds } = this.#options;
    const { sessions: found, unreadable } =
      await context.stores.tokens.readSessions(owner);
    const sessions = found.filter(({ id }) => !pendingEnds.has(id));
    const own: StoredSession[] = [];
    for (const session of sessions) {
      if (isSamePaletteUser(session, sessions[0])) {
        own.push(session);
      } else {
        await ender.end(session, 'other-identity', {
          version: session.version,
        });
      }
    }
    if (own.length > 0) {
      return { sessions: own, result: 'expired' };
    }
    return { sessions: own, result: unreadable > 0 ? 'unreadable' : 'miss' };
  }

  /** Those of them whose token Palette didn't refuse; the refused one may be an older session's. */
  async #readAccepted(
    request: HandOutRequest,
  ): Promise<{ sessions: StoredSession[]; result: LookupResult }> {
    const { refusedTokenSha256 } = request;
    const { sessions, result } = await this.#read(request);
    if (!refusedTokenSha256) {
      return { sessions, result };
    }
    const accepted: StoredSession[] = [];
    for (const session of sessions) {
      const current = await this.#withoutRefused(session, refusedTokenSha256);
      if (current) {
        accepted.push(current);
      }
    }
    return { sessions: accepted, result };
  }

  /** Of each lapsed one the database is asked whether somebody is renewing it: not while another one serves. */
  #lapsedLast(
    sessions: StoredSession[],
    isAlive: (session: StoredSession, now: Date) => boolean,
  ): StoredSession[] {
    const now = this.#options.context.now();
    return [
      ...sessions.filter(session => isAlive(session, now)),
      ...sessions.filter(session => !isAlive(session, now)),
    ];
  }

  /** @throws `ServiceUnavailableError` when none can give a token, but one may soon */
  async #firstPrepared(
    sessions: StoredSession[],
  ): Promise<StoredSession | undefined> {
    let unavailable: unknown;
    for (const candidate of sessions) {
      try {
        const session = await this.#prepare(candidate);
        if (session) {
          return session;
        }
      } catch (error) {
        unavailable ??= error;
      }
    }
    if (unavailable) {
      throw unavailable;
    }
    return undefined;
  }

  /** @returns undefined when the session can't give a token */
  async #prepare(candidate: StoredSession): Promise<StoredSession | undefined> {
    const { context, confirmation, renewer } = this.#options;
    // Its token may have lapsed while somebody is renewing it.
    const usable = isUsable(candidate, context.now())
      ? candidate
      : await renewer.settle(candidate);
    if (!usable || !isUsable(usable, context.now())) {
      return undefined;
    }
    let session = await renewer.renewIfDue(usable);
    if (!session || !isUsable(session, context.now())) {
      return undefined;
    }
    session = await confirmation.confirm(session);
    if (session) {
      await this.#options.uses.note(session);
    }
    return session;
  }

  /** Drops the session if it still holds the token that Palette refused; a newer token stays. */
  async #withoutRefused(
    session: StoredSession,
    refusedTokenSha256: string,
  ): Promise<StoredSession | undefined> {
    const { context, ender, renewer } = this.#options;
    const isRefused = ({ tokens }: StoredSession) =>
      tokens.sessionToken !== undefined &&
      sha256(tokens.sessionToken) === refusedTokenSha256;
    if (!isRefused(session)) {
      return session;
    }
    const settled = await renewer.settle(session);
    if (!settled || !isRefused(settled)) {
      return settled;
    }
    const { version } = settled;
    const ended = await ender.end(settled, 'refused', { version });
    return ended ? undefined : context.stores.tokens.getSession(settled.id);
  }

  #answer(
    session: StoredSession,
    sessions: StoredSession[],
    { sealedCookie }: HandOutRequest,
  ): SpectroCloudSessionToken {
    const { context, cookie } = this.#options;
    const { id, environment, identity, tokens } = session;
    const { sessionToken, sessionTokenExpiresAt } = tokens;
    if (!identity || !sessionToken) {
      throw new ReauthenticationRequiredError(environment);
    }
    const settings = environmentOf(context, environment);
    const isCurrent = cookie.isCurrent(
      sealedCookie,
      // The session may have been renewed since they were read.
      sessions.map(known => (known.id === id ? session : known)),
      settings,
    );
    return {
      token: sessionToken,
      expiresAt: sessionTokenExpiresAt,
      sessionId: id,
      environment,
      identity,
      setCookie: isCurrent ? undefined : cookie.setCookie(session, settings),
    };
  }
}

/** What {@link TokenHandOut.create} needs. */
export interface TokenHandOutOptions {
  context: SessionContext;
  confirmation: OwnerConfirmation;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
  pendingEnds: PendingEnds;
  renewer: SessionRenewer;
  restorer: SessionRestorer;
  uses: SessionUses;
}
