import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  hasLiveIdToken,
  isSession,
  isUsable,
  type SessionOwner,
  type SpectroCloudSessionToken,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { stringifyError } from '@backstage/errors';
import type { ApiTokenCookie } from './ApiTokenCookie';
import { sha256 } from './hashHandle';
import type { OwnerConfirmation } from './OwnerConfirmation';
import { isSamePaletteUser } from './paletteOwner';
import { environmentOf, type SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';
import type { LookupResult } from './SessionMetrics';
import type { SessionRenewer } from './SessionRenewer';
import type { SessionRestorer } from './SessionRestorer';

/** How often the use of a session is noted; more often where it may be idle for minutes only. */
const MAX_TOUCH_INTERVAL_MS = 60_000;
const TOUCH_SHARE_OF_IDLE_TIMEOUT = 1 / 4;

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
    const { sessions, result } = await this.#read(request);
    for (const candidate of sessions) {
      const session = await this.#prepare(candidate, request);
      if (session) {
        context.metrics.lookedUp('hit');
        return this.#answer(session, sessions, request);
      }
    }
    const restored = await restorer.restore({
      ...request,
      sealedCookie: request.sealedCookie,
      owner: request,
    });
    const session = restored && (await this.#prepare(restored, request));
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
    for (const candidate of sessions) {
      const session = isSession(candidate, context.now())
        ? await renewer.renewIfDue(candidate)
        : undefined;
      if (session && hasLiveIdToken(session, context.now())) {
        const { idToken = '', idTokenExpiresAt } = session.tokens;
        await this.touch(session);
        return { idToken, expiresAt: idTokenExpiresAt, sessionId: session.id };
      }
    }
    throw new ReauthenticationRequiredError(owner.environment);
  }

  /** Notes that a session was used, once in a while; a failure is no reason to fail. */
  async touch(session: StoredSession): Promise<void> {
    const { context } = this.#options;
    const { sessionIdleTimeoutMs } = environmentOf(
      context,
      session.environment,
    );
    const intervalMs = Math.min(
      MAX_TOUCH_INTERVAL_MS,
      sessionIdleTimeoutMs * TOUCH_SHARE_OF_IDLE_TIMEOUT,
    );
    const usedAt = context.now();
    if (usedAt.getTime() - session.usedAt.getTime() < intervalMs) {
      return;
    }
    try {
      await context.stores.tokens.touch(session.id, {
        usedAt,
        idleExpiresAt: new Date(usedAt.getTime() + sessionIdleTimeoutMs),
      });
    } catch (error) {
      context.logger.debug(
        `The use of Palette session ${session.id} was not noted: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  /** The user's sessions of one Palette identity, the newest one's; those of a former one end here if they haven't yet. */
  async #read(
    owner: SessionOwner,
  ): Promise<{ sessions: StoredSession[]; result: LookupResult }> {
    const { context, ender } = this.#options;
    const { sessions, unreadable } =
      await context.stores.tokens.readSessions(owner);
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

  /** @returns undefined when the session can't give a token */
  async #prepare(
    candidate: StoredSession,
    { refusedTokenSha256 }: HandOutRequest,
  ): Promise<StoredSession | undefined> {
    const { context, confirmation, renewer } = this.#options;
    let session: StoredSession | undefined = candidate;
    if (refusedTokenSha256) {
      session = await this.#withoutRefused(session, refusedTokenSha256);
    }
    if (!session || !isUsable(session, context.now())) {
      return undefined;
    }
    session = await renewer.renewIfDue(session);
    if (!session || !isUsable(session, context.now())) {
      return undefined;
    }
    session = await confirmation.confirm(session);
    if (session) {
      await this.touch(session);
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
    const isCurrent = cookie.isCurrent(
      sealedCookie,
      // The session may have been renewed since they were read.
      sessions.map(known => (known.id === id ? session : known)),
    );
    return {
      token: sessionToken,
      expiresAt: sessionTokenExpiresAt,
      sessionId: id,
      environment,
      identity,
      setCookie: isCurrent
        ? undefined
        : cookie.setCookie(session, environmentOf(context, environment)),
    };
  }
}

/** What {@link TokenHandOut.create} needs. */
export interface TokenHandOutOptions {
  context: SessionContext;
  confirmation: OwnerConfirmation;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
  renewer: SessionRenewer;
  restorer: SessionRestorer;
}
