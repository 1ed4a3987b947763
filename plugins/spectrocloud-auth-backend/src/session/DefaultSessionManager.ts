import {
  hasLiveIdToken,
  hasLiveSessionToken,
  isSession,
  readTokenTimes,
  type NewSession,
  type PaletteIdentity,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { stringifyError } from '@backstage/errors';
import type { ApiTokenCookie } from './ApiTokenCookie';
import { hashHandle } from './hashHandle';
import type { OwnerConfirmation } from './OwnerConfirmation';
import { isSamePaletteUser } from './paletteOwner';
import { expiresInSeconds, sessionEnd } from './renewalRule';
import { environmentOf, type SessionContext } from './SessionContext';
import type { PendingEnds } from './PendingEnds';
import type { EndableSession, SessionEnder } from './SessionEnder';
import type {
  ActiveSession,
  EndReason,
  PaletteTokens,
  SessionManager,
  SessionSubject,
} from './SessionManager';
import type { SessionRenewer } from './SessionRenewer';
import type { SessionRestorer } from './SessionRestorer';
import type { TokenHandOut } from './TokenHandOut';

/** The life of sessions, in the token cache. */
export class DefaultSessionManager implements SessionManager {
  readonly #options: DefaultSessionManagerOptions;

  private constructor(options: DefaultSessionManagerOptions) {
    this.#options = options;
  }

  static create(options: DefaultSessionManagerOptions): DefaultSessionManager {
    return new DefaultSessionManager(options);
  }

  async open(options: {
    handle: string;
    userEntityRef: string;
    environment: string;
    subject: SessionSubject;
    claims: Record<string, unknown>;
    tokens: PaletteTokens;
    binding: 'sign-in' | 'connect';
    replaces?: string;
  }): Promise<{ setCookie?: string; expiresInSeconds?: number }> {
    const { context, cookie } = this.#options;
    const { userEntityRef, subject, claims, binding } = options;
    const environment = environmentOf(context, options.environment);
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
      idleExpiresAt: new Date(now.getTime() + environment.sessionIdleTimeoutMs),
    };
    await context.stores.tokens.storeSessionToken(session);
    context.logger.debug(
      `Palette session ${session.id} of ${userEntityRef} (${environment.name}) stored`,
    );
    await this.#endReplaced(options.replaces, session);
    await this.#endOtherIdentities(session);
    return {
      setCookie: cookie.setCookie(session, environment),
      expiresInSeconds: expiresInSeconds(
        { ...session, version: 1 },
        environment,
        now,
      ),
    };
  }

  async refresh(options: {
    handle: string;
    environment: string;
    sealedCookie?: string;
  }): Promise<ActiveSession | undefined> {
    const { context, ender, handOut, renewer, restorer } = this.#options;
    const { environment, sealedCookie } = options;
    const id = hashHandle(options.handle);
    const found =
      (await context.stores.tokens.getSession(id)) ??
      (await restorer.restore({ sealedCookie, environment, owner: { id } }));
    if (!found || found.environment !== environment) {
      return undefined;
    }
    if (!isSession(found, context.now())) {
      await ender.end(found, 'expired', { version: found.version });
      return undefined;
    }
    const session = await renewer.renewIfDue(found);
    if (!session || !isSession(session, context.now())) {
      return undefined;
    }
    await handOut.touch(session);
    return this.#toActiveSession(session, sealedCookie);
  }

  async handOver(options: {
    handle: string;
    to: { handle: string; userEntityRef: string };
  }): Promise<{ setCookie?: string } | undefined> {
    const { context, cookie, ender } = this.#options;
    const { handle, to } = options;
    const found = await context.stores.tokens.getSession(hashHandle(handle));
    if (!found) {
      return undefined;
    }
    const session: NewSession = {
      ...found,
      id: hashHandle(to.handle),
      userEntityRef: to.userEntityRef,
    };
    if (await context.stores.tokens.isEnded(session)) {
      // The user has signed out, here or everywhere, since it began.
      await ender.end(found, 'revoked');
      return undefined;
    }
    await context.stores.tokens.storeSessionToken(session);
    await ender.end(found, 'handed-over');
    await this.#endOtherIdentities(session);
    const environment = environmentOf(context, session.environment);
    return { setCookie: cookie.setCookie(session, environment) };
  }

  async end(options: {
    handle: string;
    reason: EndReason;
    sealedCookie?: string;
  }): Promise<void> {
    const { context, cookie, ender, pendingEnds } = this.#options;
    const id = hashHandle(options.handle);
    const opened = cookie.open(options.sealedCookie);
    const known = opened?.id === id ? opened : undefined;
    try {
      await this.#end(id, options.reason, known);
    } catch (error) {
      context.logger.error(
        `Palette session ${id} could not be ended, which is tried again: ${stringifyError(
          error,
        )}`,
      );
      if (known) {
        // Only where the cookie proves that there is such a session: anybody
        // could fill the places with handles that they made up.
        pendingEnds.add(id, () => this.#end(id, options.reason, known));
        // The row stays for now, but what it holds is worth nothing any more.
        await ender.revokeIfConfigured(known);
      }
    }
  }

  async #end(
    id: string,
    reason: EndReason,
    known: EndableSession | undefined,
  ): Promise<void> {
    const { context, ender } = this.#options;
    const session = (await context.stores.tokens.getSession(id)) ?? known;
    // A handle without row and cookie leaves no trace, or anybody could fill the database.
    if (session) {
      await ender.end(session, reason);
    }
  }

  /** Nobody holds the handle of a replaced session any more: left alone, no sign-out would reach it. */
  async #endReplaced(
    handle: string | undefined,
    session: NewSession,
  ): Promise<void> {
    const { context, ender } = this.#options;
    const replaced =
      handle === undefined
        ? undefined
        : await context.stores.tokens.getSession(hashHandle(handle));
    if (!replaced || replaced.id === session.id) {
      return;
    }
    const sharesToken =
      replaced.tokens.sessionToken === session.tokens.sessionToken;
    await ender.end(replaced, sharesToken ? 'handed-over' : 'replaced');
  }

  /** The candidate session token counts only if Palette says that it is this user's. */
  async #confirmTokens(options: {
    environment: string;
    subject: SessionSubject;
    tokens: PaletteTokens;
  }): Promise<{ identity?: PaletteIdentity; tokens: StoredSession['tokens'] }> {
    const { confirmation, context } = this.#options;
    const { environment, subject } = options;
    const { sessionToken, ...others } = options.tokens;
    if (!sessionToken) {
      return { tokens: others };
    }
    const answer = await confirmation.ask(environment, sessionToken, subject);
    if (answer.kind === 'refused') {
      context.logger.warn(
        `Palette (${environment}) does not accept the session token that it gave at sign-in; its API can't be used with this session`,
      );
      return { tokens: others };
    }
    return {
      identity: answer.kind === 'confirmed' ? answer.identity : undefined,
      tokens: {
        ...others,
        sessionToken,
        sessionTokenExpiresAt: readTokenTimes(sessionToken).expiresAt,
      },
    };
  }

  /** A user has one Palette identity per environment: the one connected last. */
  async #endOtherIdentities(session: NewSession): Promise<void> {
    const { context, ender } = this.#options;
    const { sessions } = await context.stores.tokens.readSessions(session);
    for (const other of sessions) {
      if (!isSamePaletteUser(other, session)) {
        await ender.end(other, 'other-identity');
      }
    }
  }

  #toActiveSession(
    session: StoredSession,
    sealedCookie: string | undefined,
  ): ActiveSession {
    const { context, cookie } = this.#options;
    const environment = environmentOf(context, session.environment);
    const now = context.now();
    const { tokens } = session;
    const { issuer, subject, email } = session;
    return {
      id: session.id,
      userEntityRef: session.userEntityRef,
      environment: session.environment,
      subject: { issuer, subject, email },
      binding: session.binding,
      claims: session.claims,
      tokens: {
        ...(hasLiveIdToken(session, now) && {
          idToken: tokens.idToken,
          idTokenExpiresAt: tokens.idTokenExpiresAt,
        }),
        ...(session.identity &&
          hasLiveSessionToken(session, now) && {
            sessionToken: tokens.sessionToken,
            sessionTokenExpiresAt: tokens.sessionTokenExpiresAt,
          }),
      },
      expiresInSeconds: expiresInSeconds(session, environment, now),
      setCookie: cookie.isCurrent(sealedCookie, [session])
        ? undefined
        : cookie.setCookie(session, environment),
    };
  }
}

/** What {@link DefaultSessionManager.create} needs. */
export interface DefaultSessionManagerOptions {
  context: SessionContext;
  confirmation: OwnerConfirmation;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
  handOut: TokenHandOut;
  pendingEnds: PendingEnds;
  renewer: SessionRenewer;
  restorer: SessionRestorer;
}
