import { stringifyError } from '@backstage/errors';
import {
  readTokenTimes,
  type NewSession,
  type PaletteIdentity,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { ApiTokenCookie } from './ApiTokenCookie';
import { withoutCandidate } from './candidateToken';
import { findEndable } from './findEndable';
import { hashHandle } from './hashHandle';
import type { OwnerConfirmation } from './OwnerConfirmation';
import { isSamePaletteUser } from './paletteOwner';
import { expiresInSeconds, sessionEnd } from './renewalRule';
import type { SessionCloser } from './SessionCloser';
import { environmentOf, type SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';
import type { SessionRenewer } from './SessionRenewer';
import type {
  SessionManager,
  SessionSubject,
  PaletteTokens,
} from './SessionManager';

/** Begins sessions: at a callback, or when the user claims the one that waits for them. */
export class SessionOpener implements Pick<
  SessionManager,
  'open' | 'handOver'
> {
  readonly #options: SessionOpenerOptions;

  private constructor(options: SessionOpenerOptions) {
    this.#options = options;
  }

  static create(options: SessionOpenerOptions): SessionOpener {
    return new SessionOpener(options);
  }

  async open(
    options: Parameters<SessionManager['open']>[0],
  ): ReturnType<SessionManager['open']> {
    const { context, cookie } = this.#options;
    const { userEntityRef, subject, claims, binding } = options;
    const environment = environmentOf(context, options.environment);
    const { idleTimeoutMs = environment.sessionIdleTimeoutMs } = options;
    const now = context.now();
    const { identity, tokens } = await this.#confirmTokens(options);
    const begun = { createdAt: now, tokens };
    const session: NewSession = {
      id: hashHandle(options.handle),
      userEntityRef,
      environment: environment.name,
      ...subject,
      identity,
      binding,
      claims,
      ...begun,
      usedAt: now,
      expiresAt: sessionEnd(begun, environment),
      idleExpiresAt: new Date(now.getTime() + idleTimeoutMs),
    };
    try {
      await context.stores.tokens.storeSessionToken(session);
      context.logger.debug(
        `Palette session ${session.id} of ${userEntityRef} (${environment.name}) stored`,
      );
      for (const handle of options.replaces ?? []) {
        await this.#endReplaced(handle, session);
      }
      await this.#endOthers(session);
    } catch (error) {
      // The sign-in fails, so nobody will ever hold this handle. A write that
      // took too long may still come, and the token lives in any case.
      await this.#options.closer.endUnborn(session);
      throw error;
    }
    return {
      setCookie: cookie.setCookie(session, environment),
      sessionToken: identity && tokens.sessionToken,
      expiresInSeconds: expiresInSeconds(
        { ...session, version: 1 },
        environment,
        now,
      ),
    };
  }

  async handOver(
    options: Parameters<SessionManager['handOver']>[0],
  ): ReturnType<SessionManager['handOver']> {
    const { context, cookie, ender, renewer } = this.#options;
    const { tokens } = context.stores;
    const { handle, to } = options;
    const waiting = await tokens.getSession(hashHandle(handle));
    // A token that is being renewed would be worth nothing in the new row.
    const found = waiting && (await renewer.settle(waiting));
    if (!found) {
      return undefined;
    }
    const environment = environmentOf(context, found.environment);
    const session: NewSession = {
      ...found,
      id: hashHandle(to.handle),
      userEntityRef: to.userEntityRef,
      idleExpiresAt: new Date(
        context.now().getTime() + environment.sessionIdleTimeoutMs,
      ),
    };
    if (await tokens.isEnded(session)) {
      // The user has signed out, here or everywhere, since it began.
      await ender.end(found, 'revoked');
      return undefined;
    }
    if (!(await tokens.moveSession(found, session))) {
      // It was ended, claimed or renewed since it was read.
      return this.handOver(options);
    }
    if (await tokens.isEnded(session)) {
      await ender.end(session, 'revoked');
      return undefined;
    }
    await this.#endOthers(session);
    return { setCookie: cookie.setCookie(session, environment) };
  }

  /** Nobody holds the handle of a replaced session any more: left alone, no sign-out would reach it. */
  async #endReplaced(handle: string, session: NewSession): Promise<void> {
    const { context, ender } = this.#options;
    const { tokens } = context.stores;
    const replaced = await findEndable(tokens, hashHandle(handle));
    if (!replaced || replaced.id === session.id) {
      return;
    }
    const sharesToken =
      replaced.tokens.sessionToken === session.tokens.sessionToken;
    await ender.end(replaced, sharesToken ? 'handed-over' : 'replaced');
  }

  /** The candidate is the session token only if Palette says so, and that it is this user's. */
  async #confirmTokens(options: {
    environment: string;
    subject: SessionSubject;
    tokens: PaletteTokens;
  }): Promise<{ identity?: PaletteIdentity; tokens: StoredSession['tokens'] }> {
    const { confirmation, context } = this.#options;
    const { environment, subject, tokens } = options;
    const { sessionToken, sessionTokenFoundIn } = tokens;
    if (!sessionToken) {
      return { tokens };
    }
    const answer = await confirmation.ask(environment, sessionToken, subject);
    if (answer.kind === 'refused') {
      if (context.palettes.has(environment)) {
        context.logger.info(
          `Palette (${environment}) does not know what came as ${sessionTokenFoundIn} at sign-in; its API can't be used with this session`,
        );
      }
      return { tokens: withoutCandidate(tokens) };
    }
    if (answer.kind === 'unknown') {
      context.logger.warn(
        `Palette (${environment}) can't be asked whose session token came at sign-in, which is tried again when it is needed: ${stringifyError(answer.error)}`,
      );
    }
    return {
      identity: answer.kind === 'confirmed' ? answer.identity : undefined,
      tokens: {
        ...tokens,
        sessionTokenExpiresAt: readTokenTimes(sessionToken).expiresAt,
      },
    };
  }

  /** A user has one Palette identity per environment: the one connected last, and only so many sessions. */
  async #endOthers(session: NewSession): Promise<void> {
    const { context, ender } = this.#options;
    const { tokens } = context.stores;
    const { userEntityRef, environment } = session;
    const sessions = await tokens.listSessions({ userEntityRef, environment });
    const others = sessions.filter(
      other =>
        // Of two sign-ins at the same time each would else end the other.
        other.createdAt <= session.createdAt &&
        !isSamePaletteUser(other, session),
    );
    await ender.endAll(
      userEntityRef,
      'other-identity',
      others.map(({ id }) => id),
    );
    await ender.endSurplus(session);
  }
}

/** What {@link SessionOpener.create} needs. */
export interface SessionOpenerOptions {
  context: SessionContext;
  closer: SessionCloser;
  confirmation: OwnerConfirmation;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
  renewer: SessionRenewer;
}
