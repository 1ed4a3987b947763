import { hash } from 'node:crypto';
import type { SessionDevice } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type {
  ActiveSession,
  OpenedSession,
  PaletteTokens,
  SessionManager,
  SessionSubject,
} from '../SessionManager';

const LIFETIME_MS = 10 * 60_000;

/** Another handle, so that the session that is to come has the browser's own. */
function pendingHandle(handle: string): string {
  return hash('sha256', `pending:${handle}`, 'base64url');
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

  constructor(options: { sessions: SessionManager; now?: () => number }) {
    this.#sessions = options.sessions;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Keeps a verified login for a user.
   *
   * @param options - `replaces`: the handle that the browser had until now
   * @throws `NotAllowedError` when Palette says that its session token is another's
   */
  async add(options: {
    handle: string;
    userEntityRef: string;
    environment: string;
    login: SessionSubject & {
      claims: Record<string, unknown>;
      tokens: PaletteTokens;
    };
    device?: SessionDevice;
    replaces?: string;
  }): Promise<Omit<OpenedSession, 'setCookie'>> {
    const { device, handle, userEntityRef, environment, login, replaces } =
      options;
    const { issuer, subject, email, claims, tokens } = login;
    const { setCookie: _, ...opened } = await this.#sessions.open({
      handle: pendingHandle(handle),
      userEntityRef,
      waitsUntil: new Date(this.#now() + LIFETIME_MS),
      environment,
      subject: { issuer, subject, email },
      claims,
      tokens,
      binding: 'connect',
      device,
      // The browser's former session may be waiting, too.
      replaces: replaces ? [replaces, pendingHandle(replaces)] : [],
    });
    return opened;
  }

  /** The connection that waits under a handle, as the session of the user it waits for. */
  async find(options: {
    handle: string;
    environment: string;
  }): Promise<ActiveSession | undefined> {
    const { handle, environment } = options;
    const found = await this.#sessions.refresh({
      handle: pendingHandle(handle),
      environment,
    });
    if (!found?.waiting) {
      return undefined;
    }
    const { userEntityRef, until } = found.waiting;
    if (until.getTime() <= this.#now()) {
      await this.drop(handle);
      return undefined;
    }
    return { ...found, userEntityRef, setCookie: undefined };
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
