import { isError } from '@backstage/errors';
import type { Request } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { type Login, hashState } from '../login/LoginCookies';
import { LoginFailure } from '../login/LoginFailure';
import type { VerifiedLogin } from '../oidc/logins';
import { readCookie } from '../requestCookies';
import { connectTicketCookie } from '../session';
import type { OpenedSession } from '../session/SessionManager';
import { PendingConnections } from './PendingConnections';
import type { ProviderDependencies } from './ProviderDependencies';
import { SessionCookies } from './SessionCookies';
import type { CookieAttributes } from './cookieAttributes';

async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new LoginFailure('store_unavailable', error);
  }
}

/** What of a login needs the database: its single use, its ticket, its session. */
export class LoginGate {
  readonly #options: LoginGateOptions;
  readonly #pending: PendingConnections;
  readonly #cookies: SessionCookies;

  private constructor(options: LoginGateOptions) {
    this.#options = options;
    this.#pending = PendingConnections.create(options.dependencies);
    this.#cookies = SessionCookies.create({
      ...options,
      ...options.dependencies,
    });
  }

  static create(options: LoginGateOptions): LoginGate {
    return new LoginGate(options);
  }

  /**
   * Takes the connect ticket out of the browser, for the login that begins. It
   * counts only where nobody is signed in, or a ticket that was left behind
   * would capture the next person's sign-in.
   */
  takeTicket(req: Request): string | undefined {
    const { binding, cookies, environment } = this.#options;
    const name = connectTicketCookie(environment.name);
    const ticket = readCookie(req, name);
    if (binding !== 'connect' || ticket === undefined) {
      return undefined;
    }
    req.res!.clearCookie(name, { httpOnly: true, ...cookies });
    return ticket;
  }

  /** Makes sure, across all replicas, that a login is answered once only. */
  async claim(state: string, login: Login): Promise<void> {
    const { loginStates } = this.#options.dependencies;
    const isFirst = await orUnavailable(
      loginStates.claim(hashState(state), new Date(login.expiresAt)),
    );
    if (!isFirst) {
      throw new LoginFailure('login_used');
    }
  }

  /** @returns undefined where the user is found by a resolver */
  async redeemTicket(
    login: Login,
  ): Promise<{ userEntityRef: string } | undefined> {
    const { binding, dependencies, environment } = this.#options;
    if (binding !== 'connect') {
      return undefined;
    }
    const user = await orUnavailable(
      dependencies.connectTickets.redeem({
        ticket: login.connectTicket ?? '',
        environment: environment.name,
      }),
    );
    if (!user) {
      throw new LoginFailure('connect_only');
    }
    return user;
  }

  /** Opens the session and puts its sealed cookie on the response; a connection waits for its user. */
  async open(
    req: Request,
    login: VerifiedLogin,
    session: { handle: string; userEntityRef: string },
  ): Promise<OpenedSession> {
    const { binding, dependencies, environment } = this.#options;
    const { issuer, subject, email, claims, tokens } = login;
    let opened: OpenedSession;
    try {
      // The browser's former handle is overwritten: no sign-out would reach its session.
      const replaces = this.#cookies.handle(req);
      opened = await (binding === 'connect'
        ? this.#pending.add({
            ...session,
            environment: environment.name,
            login,
            replaces,
          })
        : dependencies.sessions.open({
            ...session,
            environment: environment.name,
            subject: { issuer, subject, email },
            claims,
            tokens,
            binding,
            replaces: replaces ? [replaces] : [],
          }));
    } catch (error) {
      throw new LoginFailure(
        isError(error) && error.name === 'NotAllowedError'
          ? 'session_mismatch'
          : 'store_unavailable',
        error,
      );
    }
    this.#cookies.setSealed(req.res!, opened.setCookie);
    this.#cookies.removeFormer(req, req.res!);
    dependencies.logger.debug(
      `Cookies set (${environment.key}): session handle${opened.setCookie ? ', sealed API token' : ''}`,
    );
    return opened;
  }
}

/** What {@link LoginGate} needs. */
export interface LoginGateOptions {
  environment: EnvironmentConfig;
  dependencies: ProviderDependencies;
  cookies: CookieAttributes;
  binding: 'sign-in' | 'connect';
}
