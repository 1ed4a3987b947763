import { ServiceUnavailableError } from '@backstage/errors';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  hasLiveIdToken,
  hasLiveSessionToken,
  isSession,
  isUsable,
  type SessionOwner,
  type SpectroCloudSessionToken,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { ApiTokenCookie } from './ApiTokenCookie';
import { isUndecided } from './candidateToken';
import type { OwnerConfirmation } from './OwnerConfirmation';
import type { OwnSessions } from './OwnSessions';
import { environmentOf, type SessionContext } from './SessionContext';
import type { IsAlive, SessionRenewer } from './SessionRenewer';
import type { SessionRestorer } from './SessionRestorer';
import type { SessionUses } from './SessionUses';

/** Whose token is asked for, and what the asker knows. */
export interface HandOutRequest extends SessionOwner {
  sealedCookie?: string;
  refusedTokenSha256?: string;
}

/** Of each lapsed one the database is asked whether somebody is renewing it: not while another one serves. */
function lapsedLast(
  sessions: StoredSession[],
  isAlive: IsAlive,
  now: Date,
): StoredSession[] {
  return [
    ...sessions.filter(session => isAlive(session, now)),
    ...sessions.filter(session => !isAlive(session, now)),
  ];
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
    const { sessions, result } = await this.#options.own.readAccepted(request);
    const prepared = await this.#firstPrepared(
      lapsedLast(sessions, isUsable, context.now()),
      candidate => this.#prepare(candidate),
    );
    if (prepared) {
      context.metrics.lookedUp('hit');
      return this.#answer(prepared, sessions, request);
    }
    const { userEntityRef } = request;
    const owner = { userEntityRef };
    const restored = await restorer.restore({ ...request, owner });
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
   * @throws `ServiceUnavailableError` when it can't be told now
   */
  async idToken(
    owner: SessionOwner,
  ): Promise<{ idToken: string; expiresAt?: Date; sessionId: string }> {
    const { context } = this.#options;
    environmentOf(context, owner.environment);
    const { sessions } = await this.#options.own.read(owner);
    const session = await this.#firstPrepared(
      lapsedLast(sessions, isSession, context.now()),
      candidate => this.#prepareIdToken(candidate),
    );
    if (!session) {
      throw new ReauthenticationRequiredError(owner.environment);
    }
    const { idToken = '', idTokenExpiresAt } = session.tokens;
    return { idToken, expiresAt: idTokenExpiresAt, sessionId: session.id };
  }

  /** @throws `ServiceUnavailableError` when none can give a token, but one may soon */
  async #firstPrepared(
    sessions: StoredSession[],
    prepare: (candidate: StoredSession) => Promise<StoredSession | undefined>,
  ): Promise<StoredSession | undefined> {
    let unavailable: unknown;
    for (const candidate of sessions) {
      try {
        const session = await prepare(candidate);
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

  /** @returns undefined when the session can't give an ID token */
  async #prepareIdToken(
    candidate: StoredSession,
  ): Promise<StoredSession | undefined> {
    const { context, uses } = this.#options;
    const session = await this.#freshen(candidate, isSession, hasLiveIdToken);
    if (!session) {
      return undefined;
    }
    if (!hasLiveIdToken(session, context.now())) {
      if (session.tokens.refreshToken || isUndecided(session)) {
        throw new ServiceUnavailableError(
          'The ID token of the Palette session can’t be renewed at the moment',
        );
      }
      return undefined;
    }
    await uses.note(session);
    return session;
  }

  /** @returns undefined when the session can't give a token */
  async #prepare(candidate: StoredSession): Promise<StoredSession | undefined> {
    const { context, confirmation, uses } = this.#options;
    // What may be a refresh token is used for nothing, a renewal included, before that is known.
    const known = isUndecided(candidate)
      ? await confirmation.confirm(candidate)
      : candidate;
    const fresh =
      known && (await this.#freshen(known, isUsable, hasLiveSessionToken));
    if (!fresh || !isUsable(fresh, context.now())) {
      return undefined;
    }
    const session = await confirmation.confirm(fresh);
    if (session) {
      await uses.note(session);
    }
    return session;
  }

  /** A session that is alive, or is being renewed, with the wanted token as fresh as it can be. */
  async #freshen(
    candidate: StoredSession,
    isAlive: IsAlive,
    wanted: IsAlive,
  ): Promise<StoredSession | undefined> {
    const { context, renewer } = this.#options;
    // Its token may have lapsed while somebody is renewing it.
    const alive = isAlive(candidate, context.now())
      ? candidate
      : await renewer.settle(candidate);
    return alive && isAlive(alive, context.now())
      ? renewer.renewIfDue(alive, [wanted])
      : undefined;
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
  own: OwnSessions;
  renewer: SessionRenewer;
  restorer: SessionRestorer;
  uses: SessionUses;
}
