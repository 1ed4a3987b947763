import { ConfigReader } from '@backstage/config';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import {
  type AuthProviderRouteHandlers,
  type AuthResolverContext,
  createOAuthRouteHandlers,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import type { Login } from '../login/LoginCookies';
import type { RelyingParty } from '../oidc/RelyingParty';
import { createSignInResolver } from '../resolvers/createSignInResolver';
import { checkRedirectUrl } from './AppReturn';
import type { AuthorizationAnswer } from './AuthorizationAnswer';
import type { LoginEntry } from './LoginJournal';
import { LoginSteps } from './LoginSteps';
import type { AppContext, ProviderDependencies } from './ProviderDependencies';
import type { RedemptionQueue } from './RedemptionQueue';
import { SessionSteps } from './SessionSteps';
import { cookieAttributes } from './cookieAttributes';
import { cookiePrefix } from './cookieNames';
import { createAuthenticator } from './createAuthenticator';

/** The framework's handlers of one environment, with ours around them. */
export class EnvironmentHandlers {
  readonly #environment: EnvironmentConfig;
  readonly #app: AppContext;
  readonly #login: LoginSteps;
  readonly #session: SessionSteps;
  readonly #inner: AuthProviderRouteHandlers;
  readonly #binding: 'sign-in' | 'connect';

  private constructor(options: EnvironmentHandlersOptions) {
    const { environment, app, dependencies, resolverContext } = options;
    this.#environment = environment;
    this.#app = app;
    const resolver = createSignInResolver(environment, dependencies.logger);
    this.#binding = resolver ? 'sign-in' : 'connect';
    if (resolver) {
      dependencies.owners.add(environment.name, resolver, resolverContext);
    }
    const cookies = cookieAttributes(environment.callbackUrl, app.appUrl);
    const steps = {
      environment,
      dependencies,
      cookies,
      binding: this.#binding,
    };
    const { relyingParty, redemptions } = options;
    this.#login = LoginSteps.create({ ...steps, relyingParty, redemptions });
    this.#session = SessionSteps.create(steps);
    this.#inner = createOAuthRouteHandlers({
      ...app,
      providerId: cookiePrefix(environment),
      authenticator: createAuthenticator(environment, {
        start: input => this.#login.start(input),
        authenticate: req => this.#login.authenticate(req),
        refresh: req => this.#session.refresh(req),
        logout: req => this.#session.end(req),
      }),
      // Only what was read and checked; the framework would read the rest its own way.
      config: new ConfigReader({
        callbackUrl: environment.callbackUrl,
        sessionDuration: { milliseconds: environment.sessionDurationMs },
      }),
      cookieConfigurer: ({ appOrigin }) =>
        cookieAttributes(environment.callbackUrl, appOrigin),
      // In the spelling that was checked: others may be read in another way elsewhere.
      stateTransform: async state => ({
        state: {
          ...state,
          ...(state.flow === 'redirect'
            ? {
                redirectUrl: checkRedirectUrl(
                  state.redirectUrl,
                  app.isOriginAllowed,
                ),
              }
            : { flow: undefined, redirectUrl: undefined }),
        },
      }),
      resolverContext,
      signInResolver:
        resolver &&
        ((info, context) => {
          const { noting, settle } = info.result.fullProfile;
          return noting(async () => {
            const found = await resolver(info, context);
            await settle(
              prepareBackstageIdentityResponse(found).identity.userEntityRef,
            );
            return found;
          });
        }),
    });
  }

  static create(options: EnvironmentHandlersOptions): EnvironmentHandlers {
    return new EnvironmentHandlers(options);
  }

  async start(req: Request, res: Response): Promise<void> {
    await this.#inner.start(req, res);
  }

  /**
   * Checks an answer as far as that is possible without asking anybody, and
   * waits until its code may be redeemed. Nothing of it is used up before.
   *
   * @throws LoginFailure
   */
  async admit(
    options: { req: Request; res: Response; startedAt: number },
    answer: AuthorizationAnswer,
    login: Login,
  ): Promise<void> {
    await this.#login.admit(this.entry(options), answer, login);
  }

  /**
   * Completes a login that was admitted, and answers the browser.
   *
   * @throws LoginFailure when it is refused before the framework could answer
   */
  async callback(
    options: { req: Request; res: Response },
    answer: AuthorizationAnswer,
  ): Promise<void> {
    const { req, res } = options;
    await this.#login.accept(req, answer.state);
    await this.#inner.frameHandler(req, res);
    await this.#login.conclude(req);
  }

  async refresh(req: Request, res: Response): Promise<void> {
    if (req.header('X-Requested-With') !== 'XMLHttpRequest') {
      throw new AuthenticationError('Invalid X-Requested-With header');
    }
    const origin = req.get('origin');
    if (origin && !this.#app.isOriginAllowed(origin)) {
      throw new NotAllowedError('This origin is not allowed');
    }
    await this.#session.find(req, res);
    try {
      await this.#inner.refresh?.(req, res);
    } catch (error) {
      throw await this.#session.judge(req, res, error);
    }
  }

  async logout(req: Request, res: Response): Promise<void> {
    await this.#inner.logout?.(req, res);
  }

  /** What the journal records of a login here. */
  entry(options: { req: Request; startedAt: number }): LoginEntry {
    return {
      req: options.req,
      startedAt: options.startedAt,
      environment: this.#environment.name,
      binding: this.#binding,
    };
  }
}

/** What {@link EnvironmentHandlers} needs. */
export interface EnvironmentHandlersOptions {
  environment: EnvironmentConfig;
  relyingParty: RelyingParty;
  redemptions?: RedemptionQueue;
  app: AppContext;
  dependencies: ProviderDependencies;
  resolverContext: AuthResolverContext;
}
