import {
  AuthenticationError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import type { OAuthAuthenticatorResult } from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { LoginFailure } from '../login/LoginFailure';
import type { ActiveSession } from '../session/SessionManager';
import type { LoginProfile } from './LoginProfile';
import { PendingConnections } from './PendingConnections';
import type { ProviderDependencies } from './ProviderDependencies';
import { SessionCookies } from './SessionCookies';
import type { CookieAttributes } from './cookieAttributes';
import { BackstageTokenRequiredError } from './errors';

const RETRY_AFTER_SECONDS = 5;

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
  readonly #refreshes = new WeakMap<Request, Refresh>();

  private constructor(options: SessionStepsOptions) {
    this.#environment = options.environment;
    this.#dependencies = options.dependencies;
    this.#cookies = SessionCookies.create({
      ...options,
      logger: options.dependencies.logger,
    });
    this.#binding = options.binding;
    this.#pending = PendingConnections.create(options.dependencies);
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
    const handle = this.#cookies.handle(req);
    if (handle === undefined) {
      throw new AuthenticationError(
        'There is no session with Palette in this browser',
      );
    }
    const { session, isPending } = await this.#look(req, res, handle);
    if (!session) {
      throw this.#ended(res);
    }
    if (session.binding === 'connect' || this.#binding === 'connect') {
      const isOwner = await this.#isOwner(req, session);
      if (isOwner === undefined) {
        res.setHeader('WWW-Authenticate', 'Bearer realm="backstage"');
        throw new BackstageTokenRequiredError(
          'This Palette session is connected to a Backstage user; repeat the request with the Backstage token of that user',
        );
      }
      if (!isOwner) {
        if (isPending) {
          await this.#pending.drop(handle);
        }
        throw this.#ended(res, 'This Palette session belongs to another user');
      }
    }
    const { setCookie } = isPending
      ? await this.#claim(req, res, handle, session)
      : session;
    if (setCookie) {
      res.append('Set-Cookie', setCookie);
    }
    this.#refreshes.set(req, { handle, session });
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
      return this.#unavailable(res, failure ?? error);
    }
    this.#dependencies.logger.info(
      `The catalog no longer names ${refresh.session.userEntityRef} for their Palette account, their session ends (${failure.reason})`,
    );
    await this.#dependencies.sessions.end({
      handle: refresh.handle,
      reason: 'user-changed',
      sealedCookie: this.#cookies.sealed(req),
    });
    return this.#ended(res, failure.message);
  }

  /** Ends the browser's session. Never fails: the framework would leave the cookies. */
  async end(req: Request): Promise<void> {
    const handle = this.#cookies.handle(req);
    this.#cookies.clear(req.res!, 'the user signed out');
    if (handle === undefined) {
      return;
    }
    try {
      await this.#dependencies.sessions.end({
        handle,
        reason: 'sign-out',
        sealedCookie: this.#cookies.sealed(req),
      });
    } catch (error) {
      this.#dependencies.logger.error(
        `A session with Palette could not be ended: ${isError(error) ? error.name : 'unknown error'}`,
      );
    }
  }

  /** The session of a handle, or the connection that waits under it. */
  async #look(
    req: Request,
    res: Response,
    handle: string,
  ): Promise<{ session?: ActiveSession; isPending: boolean }> {
    const environment = this.#environment.name;
    try {
      const session = await this.#dependencies.sessions.refresh({
        handle,
        environment,
        sealedCookie: this.#cookies.sealed(req),
      });
      return session || this.#binding === 'sign-in'
        ? { session, isPending: false }
        : {
            session: await this.#pending.find({ handle, environment }),
            isPending: true,
          };
    } catch (error) {
      throw this.#unavailable(res, error);
    }
  }

  async #claim(
    req: Request,
    res: Response,
    handle: string,
    session: ActiveSession,
  ): Promise<{ setCookie?: string }> {
    let claimed: { setCookie?: string } | undefined;
    try {
      claimed = await this.#pending.claim(handle, session.userEntityRef);
    } catch (error) {
      throw this.#unavailable(res, error);
    }
    if (!claimed) {
      // Another tab was faster.
      const { session: theirs, isPending } = await this.#look(req, res, handle);
      if (!theirs || isPending) {
        throw this.#ended(res);
      }
      return theirs;
    }
    await this.#dependencies.journal.connected({
      req,
      startedAt: Date.now(),
      environment: session.environment,
      binding: 'connect',
      userEntityRef: session.userEntityRef,
    });
    return claimed;
  }

  /**
   * Whether the caller is the user whom a connected session belongs to,
   * whoever holds the cookie.
   *
   * @returns undefined when the caller doesn't say who they are
   */
  async #isOwner(
    req: Request,
    session: ActiveSession,
  ): Promise<boolean | undefined> {
    if (!req.headers.authorization) {
      return undefined;
    }
    try {
      const { principal } = await this.#dependencies.httpAuth.credentials(req, {
        allow: ['user'],
      });
      return (
        principal.actor === undefined &&
        principal.userEntityRef === session.userEntityRef
      );
    } catch {
      return undefined;
    }
  }

  #unavailable(res: Response, error: unknown): Error {
    res.setHeader('Retry-After', String(RETRY_AFTER_SECONDS));
    this.#dependencies.logger.warn(
      `A Palette session (environment ${this.#environment.name}) could not be refreshed for now: ${isError(error) ? error.name : 'unknown error'}`,
    );
    return new ServiceUnavailableError(
      'Your Palette session can’t be refreshed at the moment, try again in a few seconds',
    );
  }

  #ended(
    res: Response,
    message: string = 'Your Palette session has ended, sign in again',
  ): Error {
    this.#cookies.clear(res, 'the session has ended');
    return new AuthenticationError(message);
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
