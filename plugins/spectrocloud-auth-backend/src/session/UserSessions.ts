import { NotFoundError } from '@backstage/errors';
import type { SessionSummary } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { ApiTokenCookie } from './ApiTokenCookie';
import { findEndable } from './findEndable';
import { sessionDurationMsOf, type SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';

/** A session as its user sees it. */
export interface ListedSession {
  id: string;
  environment: string;
  createdAt: string;
  usedAt: string;
  expiresAt?: string;
  /** Whether it is the session of the asking browser. */
  current?: boolean;
  email?: string;
  tenantName?: string;
}

function toListed(
  session: SessionSummary,
  currentIds: string[],
): ListedSession {
  const { id, environment, email, identity } = session;
  return {
    id,
    environment,
    createdAt: session.createdAt.toISOString(),
    usedAt: session.usedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    current: currentIds.includes(id),
    email,
    tenantName: identity?.tenantName,
  };
}

/** What users do with their own sessions, wherever those began. */
export class UserSessions {
  readonly #context: SessionContext;
  readonly #cookie: ApiTokenCookie;
  readonly #ender: SessionEnder;

  private constructor(options: UserSessionsOptions) {
    this.#context = options.context;
    this.#cookie = options.cookie;
    this.#ender = options.ender;
  }

  static create(options: UserSessionsOptions): UserSessions {
    return new UserSessions(options);
  }

  /** @param currentIds - row ids of the asking browser's handles */
  async list(
    userEntityRef: string,
    currentIds: string[],
  ): Promise<ListedSession[]> {
    const { tokens } = this.#context.stores;
    const sessions = await tokens.listSessions({ userEntityRef });
    return sessions.map(session => toListed(session, currentIds));
  }

  /** @throws `NotFoundError` for a session that isn't the user's */
  async revoke(userEntityRef: string, id: string): Promise<void> {
    const { tokens } = this.#context.stores;
    const session = await findEndable(tokens, id);
    if (session?.userEntityRef !== userEntityRef) {
      throw new NotFoundError('You have no such session');
    }
    await this.#ender.end(session, 'revoked');
  }

  /**
   * Signs the user out everywhere, also where a row was lost and only a sealed cookie is left.
   *
   * @param sealedCookies - of the asking browser: its lost sessions' tokens can be revoked at Palette, too
   */
  async revokeAll(
    userEntityRef: string,
    sealedCookies: Array<string | undefined> = [],
  ): Promise<void> {
    const { environments, now, stores } = this.#context;
    const known = await stores.ends.environmentsOf(userEntityRef);
    for (const environment of new Set([
      ...environments.keys(),
      // An environment that isn't served here may be at another replica.
      ...known,
    ])) {
      const durationMs = sessionDurationMsOf(this.#context, environment);
      await stores.tokens.forbidRestore(
        { userEntityRef, environment },
        new Date(now().getTime() + durationMs),
      );
    }
    // Only now: what was restored before that was forbidden has a row by then.
    const ended = await this.#ender.endAll(userEntityRef, 'revoked');
    for (const sealedCookie of sealedCookies) {
      const lost = this.#cookie.open(sealedCookie);
      if (
        lost?.userEntityRef === userEntityRef &&
        !ended.some(({ id }) => id === lost.id)
      ) {
        await this.#ender.end(lost, 'revoked');
      }
    }
  }
}

/** What {@link UserSessions.create} needs. */
export interface UserSessionsOptions {
  context: SessionContext;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
}
