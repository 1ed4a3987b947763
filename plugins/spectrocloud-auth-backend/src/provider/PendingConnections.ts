import type { VerifiedLogin } from '../oidc/logins';
import type {
  ActiveSession,
  OpenedSession,
  SessionManager,
} from '../session/SessionManager';
import { sha256 } from '../sha256';

const LIFETIME_MS = 10 * 60_000;
/** No entity reference begins so: whoever asks for a user's sessions never finds these. */
const PENDING = /^pending:(\d+):(.+)$/;

/** Another handle, so that the session that is to come has the browser's own. */
function pendingHandle(handle: string): string {
  return sha256(`pending:${handle}`);
}

/**
 * Connections that wait for their user.
 *
 * A connect ticket says for whom a login is, but not that the browser belongs
 * to that person: somebody may have planted their own ticket in another's
 * browser, whose Palette session they would then use. So a connection is worth
 * nothing until the browser that holds its handle has shown the Backstage
 * token of the ticket's user, too.
 */
export class PendingConnections {
  readonly #sessions: SessionManager;
  readonly #now: () => number;

  private constructor(sessions: SessionManager, now: () => number) {
    this.#sessions = sessions;
    this.#now = now;
  }

  static create(options: {
    sessions: SessionManager;
    now?: () => number;
  }): PendingConnections {
    return new PendingConnections(options.sessions, options.now ?? Date.now);
  }

  /**
   * Keeps a verified login for a user.
   *
   * @throws `NotAllowedError` when Palette says that its session token is another's
   */
  async add(options: {
    handle: string;
    userEntityRef: string;
    environment: string;
    login: VerifiedLogin;
    /** The handle that the browser had until now. */
    replaces?: string;
  }): Promise<Omit<OpenedSession, 'setCookie'>> {
    const { handle, userEntityRef, environment, login, replaces } = options;
    const { issuer, subject, email, claims, tokens } = login;
    const { expiresInSeconds, sessionToken } = await this.#sessions.open({
      handle: pendingHandle(handle),
      userEntityRef: `pending:${this.#now() + LIFETIME_MS}:${userEntityRef}`,
      environment,
      subject: { issuer, subject, email },
      claims,
      tokens,
      binding: 'connect',
      // The browser's former session may be waiting, too.
      replaces: replaces ? [replaces, pendingHandle(replaces)] : [],
      // It can't be claimed any longer than that.
      idleTimeoutMs: LIFETIME_MS,
    });
    return { expiresInSeconds, sessionToken };
  }

  /** The connection that waits under a handle, as the session of the user it waits for. */
  async find(options: {
    handle: string;
    environment: string;
  }): Promise<ActiveSession | undefined> {
    const { handle, environment } = options;
    const waiting = await this.#sessions.refresh({
      handle: pendingHandle(handle),
      environment,
    });
    const [, until, userEntityRef] =
      PENDING.exec(waiting?.userEntityRef ?? '') ?? [];
    if (!waiting || userEntityRef === undefined) {
      return undefined;
    }
    if (Number(until) <= this.#now()) {
      await this.drop(handle);
      return undefined;
    }
    return { ...waiting, userEntityRef, setCookie: undefined };
  }

  /** Makes it the session of its user, who has been recognised. */
  async claim(
    handle: string,
    userEntityRef: string,
  ): Promise<{ setCookie?: string } | undefined> {
    return this.#sessions.handOver({
      handle: pendingHandle(handle),
      to: { handle, userEntityRef },
    });
  }

  /** Whether one that waited under a handle has ended since the browser began another one. */
  async wasReplaced(handle: string): Promise<boolean> {
    return this.#sessions.wasReplaced(pendingHandle(handle));
  }

  /** Ends it, since nobody may claim it any more. */
  async drop(handle: string): Promise<void> {
    await this.#sessions.end({
      handle: pendingHandle(handle),
      reason: 'user-changed',
    });
  }
}
