import { AuthenticationError, isError } from '@backstage/errors';
import type { OAuthAuthenticatorResult } from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { LoginFailure } from '../login/LoginFailure';
import { isEmailVerified } from '../oidc/claims';
import type { ActiveSession } from '../session/SessionManager';
import type { LoginProfile } from './LoginProfile';
import { PendingConnections } from './PendingConnections';
import type { ProviderDependencies } from './ProviderDependencies';
import { SessionCookies } from './SessionCookies';
import { SessionFinder } from './SessionFinder';
import { SessionRefusals } from './SessionRefusals';
import type { CookieAttributes } from './cookieAttributes';

interface Refresh {
  handle: string;
  session: ActiveSession;
  failure?: unknown;
}

/** One environment's refresh of a session and its end. */
export class SessionSteps {
  readonly #environment: EnvironmentConfig;
  readonly #dependencies: ProviderDependencies;
  readonly #cookies: SessionCookies;
  readonly #binding: 'sign-in' | 'connect';
  readonly #pending: PendingConnections;
  readonly #refusals: SessionRefusals;
  readonly #finder: SessionFinder;
  readonly #refreshes = new WeakMap<Request, Refresh>();

  private constructor(options: SessionStepsOptions) {
    const { binding, dependencies, environment } = options;
    const { logger } = dependencies;
    this.#environment = environment;
    this.#binding = binding;
    this.#dependencies = dependencies;
    this.#cookies = SessionCookies.create({ ...options, ...dependencies });
    this.#pending = PendingConnections.create(dependencies);
    this.#refusals = SessionRefusals.create({
      cookies: this.#cookies,
      logger,
      environment: environment.name,
    });
    this.#finder = SessionFinder.create({
      binding,
      dependencies,
      environment: environment.name,
      cookies: this.#cookies,
      pending: this.#pending,
      refusals: this.#refusals,
    });
  }

  static create(options: SessionStepsOptions): SessionSteps {
    return new SessionSteps(options);
  }

  /**
   * Finds the browser's session and makes sure that the caller may have it.
   *
   * @throws AuthenticationError when it has ended, with the cookies removed
   * @throws ServiceUnavailableError when it can't be told now
   */
  async find(req: Request, res: Response): Promise<void> {
    const found = await this.#finder.find(req, res);
    this.#cookies.setHandle(req, res, found.handle);
    this.#cookies.removeFormer(req, res);
    this.#refreshes.set(req, found);
  }

  /** The found session as the framework wants it. */
  async refresh(req: Request): Promise<OAuthAuthenticatorResult<LoginProfile>> {
    const refresh = this.#refreshes.get(req);
    if (!refresh) {
      throw new AuthenticationError('No session was looked up');
    }
    const { handle, session } = refresh;
    const { subject, claims, tokens, expiresInSeconds } = session;
    return {
      session: {
        accessToken: this.#environment.exposeApiToken
          ? (tokens.sessionToken ?? '')
          : '',
        tokenType: 'bearer',
        idToken: tokens.idToken,
        scope: this.#environment.scopes.join(' '),
        expiresInSeconds,
        refreshToken: handle,
      },
      fullProfile: {
        subject: subject.subject,
        email: subject.email,
        emailVerified: isEmailVerified(claims),
        claims,
        noting: async step => {
          try {
            return await step();
          } catch (error) {
            refresh.failure = error;
            throw error;
          }
        },
        settle: async userEntityRef => {
          if (userEntityRef !== session.userEntityRef) {
            throw new LoginFailure('user_changed');
          }
        },
      },
    };
  }

  /**
   * What a failed refresh means: the framework answers every failure with 401,
   * which the front end takes for a sign-out.
   */
  async judge(req: Request, res: Response, error: unknown): Promise<Error> {
    const refresh = this.#refreshes.get(req);
    const failure = refresh?.failure;
    if (!refresh || !(failure instanceof LoginFailure) || failure.transient) {
      return this.#refusals.unavailable(res, failure ?? error);
    }
    this.#dependencies.logger.info(
      `The catalog no longer names ${refresh.session.userEntityRef} for their Palette account, their session ends (${failure.reason})`,
    );
    await this.#dependencies.sessions.end({
      handle: refresh.handle,
      reason: 'user-changed',
      sealedCookie:
        this.#cookies.sealed(req) ?? this.#cookies.formerSealed(req),
    });
    return this.#refusals.ended(req, res, failure.message);
  }

  /** Ends the browser's session. Never fails: the framework would leave the cookies. */
  async end(req: Request): Promise<void> {
    const { sessions } = this.#dependencies;
    const handle = this.#cookies.handle(req);
    const sealedCookie =
      this.#cookies.sealed(req) ?? this.#cookies.formerSealed(req);
    const reason = 'sign-out';
    this.#cookies.clear(req, req.res!, 'the user signed out');
    if (handle === undefined) {
      const environment = this.#environment.name;
      await this.#attempt(() =>
        sessions.endByCookie({ environment, sealedCookie, reason }),
      );
      return;
    }
    if (this.#binding === 'connect') {
      await this.#attempt(() => this.#endWaiting(handle));
    }
    await this.#attempt(() => sessions.end({ handle, sealedCookie, reason }));
  }

  async #endWaiting(handle: string): Promise<void> {
    const environment = this.#environment.name;
    if (await this.#pending.find({ handle, environment })) {
      await this.#pending.drop(handle);
    }
  }

  async #attempt(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#dependencies.logger.error(
        `A session with Palette could not be ended: ${isError(error) ? error.name : 'unknown error'}`,
      );
    }
  }
}

/** What {@link SessionSteps} needs. */
export interface SessionStepsOptions {
  environment: EnvironmentConfig;
  dependencies: ProviderDependencies;
  cookies: CookieAttributes;
  /** `sign-in` where a resolver names the user. */
  binding: 'sign-in' | 'connect';
}
