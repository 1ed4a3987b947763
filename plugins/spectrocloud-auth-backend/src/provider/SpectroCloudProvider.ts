import { InputError, NotFoundError } from '@backstage/errors';
import type { AuthProviderRouteHandlers } from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import type { Login } from '../login/LoginCookies';
import { LoginFailure } from '../login/LoginFailure';
import { ShownFailure } from '../login/ShownFailure';
import { SignInsBusy } from '../login/SignInsBusy';
import { setRetryAfter } from '../retryAfter';
import { readAppReturn, returnFailure, toAppReturn } from './AppReturn';
import {
  type AuthorizationAnswer,
  readAuthorizationAnswer,
} from './AuthorizationAnswer';
import type { EnvironmentHandlers } from './EnvironmentHandlers';
import type { LoginEntry } from './LoginJournal';
import type { AppContext, ProviderDependencies } from './ProviderDependencies';
import { redactCallback } from './redactCallbackUrl';
import { requireSingleValues } from './singleValues';

function stateOf(req: Request): string | undefined {
  const { state } = req.query;
  return typeof state === 'string' ? state : undefined;
}

/** The provider's routes: chooses the environment, and lets no error of a callback escape. */
export class SpectroCloudProvider implements AuthProviderRouteHandlers {
  readonly #environments: Map<string, EnvironmentHandlers>;
  readonly #app: AppContext;
  readonly #dependencies: ProviderDependencies;

  private constructor(options: SpectroCloudProviderOptions) {
    this.#environments = options.environments;
    this.#app = options.app;
    this.#dependencies = options.dependencies;
  }

  static create(options: SpectroCloudProviderOptions): SpectroCloudProvider {
    return new SpectroCloudProvider(options);
  }

  async start(req: Request, res: Response): Promise<void> {
    const startedAt = Date.now();
    const handlers = this.#handlersOf(req);
    try {
      await handlers.start(req, res);
    } catch (error) {
      if (!(error instanceof LoginFailure)) {
        throw error;
      }
      const shown = await this.#dependencies.journal.failed(
        handlers.entry({ req, startedAt }),
        error,
      );
      const target = toAppReturn(req.query, this.#app);
      res.status(error.transient ? 503 : 502);
      if (error.transient && !target.redirectUrl) {
        setRetryAfter(res);
      }
      returnFailure(res, target, shown);
    }
  }

  async frameHandler(req: Request, res: Response): Promise<void> {
    const startedAt = Date.now();
    const state = stateOf(req);
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.setHeader('Cache-Control', 'no-store');
    let entry: LoginEntry = {
      req,
      startedAt,
      environment: 'unknown',
      binding: 'unknown',
    };
    try {
      const answer = this.#readAnswer(req);
      const login = this.#dependencies.loginCookies.find(req, answer.state);
      const handlers = login && this.#environments.get(login.environment);
      if (!login || !handlers) {
        throw new LoginFailure('login_unknown');
      }
      entry = handlers.entry({ req, startedAt });
      await this.#admit(handlers, { req, res, startedAt }, answer, login);
      await handlers.callback({ req, res }, answer);
    } catch (error) {
      if (error instanceof SignInsBusy) {
        this.#postpone(res, entry, error, state);
        return;
      }
      const failure =
        error instanceof LoginFailure
          ? error
          : new LoginFailure('internal', error);
      const shown = await this.#dependencies.journal.refused(entry, failure);
      if (!res.headersSent) {
        returnFailure(res, readAppReturn(state, this.#app), shown);
      }
    }
  }

  async refresh(req: Request, res: Response): Promise<void> {
    await this.#handlersOf(req).refresh(req, res);
  }

  async logout(req: Request, res: Response): Promise<void> {
    await this.#handlersOf(req).logout(req, res);
  }

  /** The login's cookie goes, unless the browser may come back with the same answer. */
  async #admit(
    handlers: EnvironmentHandlers,
    options: { req: Request; res: Response; startedAt: number },
    answer: AuthorizationAnswer,
    login: Login,
  ): Promise<void> {
    let isOver = true;
    try {
      await handlers.admit(options, answer, login);
    } catch (error) {
      isOver = !(error instanceof SignInsBusy);
      throw error;
    } finally {
      if (isOver) {
        this.#dependencies.loginCookies.remove(
          options.res,
          answer.state,
          login,
        );
      }
    }
  }

  #postpone(
    res: Response,
    entry: LoginEntry,
    busy: SignInsBusy,
    state: string | undefined,
  ): void {
    this.#dependencies.journal.postponed(entry);
    res.status(429);
    setRetryAfter(res, busy.retryAfterSeconds);
    returnFailure(res, readAppReturn(state, this.#app), new ShownFailure(busy));
  }

  /** Reads the answer and takes what is secret in it out of the request's address, also when it can't be read. */
  #readAnswer(req: Request): AuthorizationAnswer {
    try {
      if (req.method === 'POST') {
        throw new LoginFailure('form_post');
      }
      if (req.method !== 'GET') {
        // Express would answer HEAD like GET, and use the login up.
        throw new LoginFailure('malformed_response');
      }
      return readAuthorizationAnswer(req);
    } finally {
      redactCallback(req);
    }
  }

  /** Only environments that are served exist, whatever `?env=` says. */
  #handlersOf(req: Request): EnvironmentHandlers {
    requireSingleValues(req);
    const { env } = req.query;
    if (typeof env !== 'string' || !env) {
      throw new InputError("Query parameter 'env' is missing");
    }
    const handlers = this.#environments.get(env);
    if (!handlers) {
      throw new NotFoundError('This environment does not sign in with Palette');
    }
    return handlers;
  }
}

/** What {@link SpectroCloudProvider} needs. */
export interface SpectroCloudProviderOptions {
  environments: Map<string, EnvironmentHandlers>;
  app: AppContext;
  dependencies: ProviderDependencies;
}
