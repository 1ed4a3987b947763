import { ServiceUnavailableError } from '@backstage/errors';
import {
  hasLiveIdToken,
  hasLiveSessionToken,
  isSession,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { ApiTokenCookie } from './ApiTokenCookie';
import { hasLiveToken } from './candidateToken';
import { hashHandle } from './hashHandle';
import type { PendingEnds } from './PendingEnds';
import { expiresInSeconds } from './renewalRule';
import { environmentOf, type SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';
import type { ActiveSession, SessionManager } from './SessionManager';
import type { SessionRenewer } from './SessionRenewer';
import type { SessionRestorer } from './SessionRestorer';
import type { SessionUses } from './SessionUses';

/** How long requests may be under way with the handle of a session that was replaced. */
const REPLACED_LATELY_MS = 60_000;

/** Finds the session of a browser, restored and renewed as need be. */
export class SessionRefresher implements Pick<
  SessionManager,
  'refresh' | 'wasReplaced'
> {
  readonly #options: SessionRefresherOptions;

  private constructor(options: SessionRefresherOptions) {
    this.#options = options;
  }

  static create(options: SessionRefresherOptions): SessionRefresher {
    return new SessionRefresher(options);
  }

  async refresh(options: {
    handle: string;
    environment: string;
    sealedCookie?: string;
    caller?: string;
  }): Promise<ActiveSession | undefined> {
    const { context, ender, pendingEnds, renewer, restorer, uses } =
      this.#options;
    const { caller, environment, sealedCookie } = options;
    const id = hashHandle(options.handle);
    if (pendingEnds.has(id)) {
      return undefined;
    }
    const found =
      (await context.stores.tokens.getSession(id)) ??
      (await restorer.restore({
        sealedCookie,
        environment,
        owner: { id, userEntityRef: caller },
      }));
    if (!found || found.environment !== environment) {
      return undefined;
    }
    // Its last token may have lapsed while somebody is renewing it.
    const alive = isSession(found, context.now())
      ? found
      : await renewer.settle(found);
    if (!alive) {
      return undefined;
    }
    if (!isSession(alive, context.now())) {
      await ender.end(alive, 'expired', { version: alive.version });
      return undefined;
    }
    const session = await renewer.renewIfDue(alive);
    if (!session || !isSession(session, context.now())) {
      return undefined;
    }
    if (!hasLiveToken(session, context.now())) {
      // Nothing says that the user may still sign in: that has to be renewed first.
      throw new ServiceUnavailableError(
        'The Palette session can’t be renewed at the moment',
      );
    }
    await uses.note(session);
    return this.#toActiveSession(session, sealedCookie);
  }

  async wasReplaced(handle: string): Promise<boolean> {
    const { now, stores } = this.#options.context;
    const since = new Date(now().getTime() - REPLACED_LATELY_MS);
    return stores.tokens.isReplaced(hashHandle(handle), since);
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
      setCookie: cookie.isCurrent(sealedCookie, [session], environment)
        ? undefined
        : cookie.setCookie(session, environment),
    };
  }
}

/** What {@link SessionRefresher.create} needs. */
export interface SessionRefresherOptions {
  context: SessionContext;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
  pendingEnds: PendingEnds;
  renewer: SessionRenewer;
  restorer: SessionRestorer;
  uses: SessionUses;
}
