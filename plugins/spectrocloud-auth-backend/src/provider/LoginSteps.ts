import { randomBytes } from 'node:crypto';
import { isError } from '@backstage/errors';
import {
  type OAuthAuthenticatorResult,
  decodeOAuthState,
} from '@backstage/plugin-auth-node';
import type { Request } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { type Login, hashState } from '../login/LoginCookies';
import { LoginFailure } from '../login/LoginFailure';
import type { RelyingParty, VerifiedLogin } from '../oidc/RelyingParty';
import { reasonOfAuthorizationError } from '../oidc/toLoginFailure';
import { CONNECT_TICKET_COOKIE } from '../session';
import type { AuthorizationAnswer } from './AuthorizationAnswer';
import type { LoginEntry } from './LoginJournal';
import type { LoginProfile } from './LoginProfile';
import type { ProviderDependencies } from './ProviderDependencies';
import type { CookieAttributes } from './cookieAttributes';
import { nonceCookie } from './cookieNames';
import { removeSetCookie } from './removeSetCookie';

const HANDLE_BYTES = 32;

interface Callback {
  answer: AuthorizationAnswer & { code: string };
  login: Login;
  entry: LoginEntry;
  /** Set once the session stands. */
  userEntityRef?: string;
  /** What the user was told, once something has failed. */
  shown?: Error;
}

/** One environment's way from the start of a login to a session. */
export class LoginSteps {
  readonly #environment: EnvironmentConfig;
  readonly #relyingParty: RelyingParty;
  readonly #dependencies: ProviderDependencies;
  readonly #cookies: CookieAttributes;
  readonly #binding: 'sign-in' | 'connect';
  readonly #callbacks = new WeakMap<Request, Callback>();

  private constructor(options: LoginStepsOptions) {
    this.#environment = options.environment;
    this.#relyingParty = options.relyingParty;
    this.#dependencies = options.dependencies;
    this.#cookies = options.cookies;
    this.#binding = options.binding;
  }

  static create(options: LoginStepsOptions): LoginSteps {
    return new LoginSteps(options);
  }

  /** Sends the browser to Palette and remembers the login in its cookie. */
  async start(input: {
    req: Request;
    scope: string;
    state: string;
  }): Promise<{ url: string }> {
    const { req, scope, state } = input;
    const { url, secrets } = await this.#relyingParty.begin({ scope, state });
    const res = req.res!;
    // The framework's nonce cookie is one for all tabs; ours carries the nonce.
    removeSetCookie(res, nonceCookie(this.#environment));
    this.#dependencies.loginCookies.add(req, res, state, {
      ...secrets,
      environment: this.#environment.name,
      frameworkNonce: decodeOAuthState(state).nonce,
      connectTicket: this.#takeTicket(req),
    });
    return { url };
  }

  /**
   * Checks an answer as far as that is possible without Palette, and makes
   * sure that it is the only time that it is answered.
   *
   * @throws LoginFailure
   */
  async accept(
    entry: LoginEntry,
    answer: AuthorizationAnswer,
    login: Login,
  ): Promise<void> {
    const { req } = entry;
    const { code, error, iss, state, env } = answer;
    if (env !== undefined && env !== this.#environment.name) {
      throw new LoginFailure('wrong_environment');
    }
    if (iss !== undefined && iss !== login.issuer) {
      throw new LoginFailure('wrong_issuer');
    }
    if (error !== undefined) {
      throw new LoginFailure(
        reasonOfAuthorizationError(error),
        new Error(
          `Palette's error '${error}' ${answer.errorDescription ?? ''}`,
        ),
      );
    }
    if (!code) {
      throw new LoginFailure('malformed_response');
    }
    if (this.#binding === 'connect' && login.connectTicket === undefined) {
      throw new LoginFailure('connect_only');
    }
    await this.#claim(state, login);
    this.#callbacks.set(req, { answer: { ...answer, code }, login, entry });
    req.cookies[nonceCookie(this.#environment)] = login.frameworkNonce;
    req.query = { state, env: this.#environment.name };
  }

  /** Redeems the code, and for a connection opens the session. */
  async authenticate(
    req: Request,
  ): Promise<OAuthAuthenticatorResult<LoginProfile>> {
    const callback = this.#callbacks.get(req);
    if (!callback) {
      throw new LoginFailure('internal');
    }
    return this.#noting(callback, async () => {
      const { code, state, iss } = callback.answer;
      const connected = await this.#redeemTicket(callback.login);
      const login = await this.#relyingParty.finish({
        code,
        state,
        iss,
        secrets: callback.login,
      });
      const handle = randomBytes(HANDLE_BYTES).toString('base64url');
      const result: OAuthAuthenticatorResult<LoginProfile> = {
        session: {
          accessToken: this.#environment.exposeApiToken
            ? (login.tokens.sessionToken ?? '')
            : '',
          tokenType: 'bearer',
          idToken: login.tokens.idToken,
          scope: this.#environment.scopes.join(' '),
          refreshToken: handle,
        },
        fullProfile: {
          subject: login.subject,
          email: login.email,
          claims: login.claims,
          noting: step => this.#noting(callback, step),
          settle: async userEntityRef => {
            const opened = await this.#open(req, login, handle, userEntityRef);
            callback.userEntityRef = userEntityRef;
            result.session.expiresInSeconds = opened.expiresInSeconds;
          },
        },
      };
      if (connected) {
        await result.fullProfile.settle(connected.userEntityRef);
      }
      return result;
    });
  }

  /** Records how the callback ended, after the framework has answered it. */
  async conclude(req: Request): Promise<void> {
    const callback = this.#callbacks.get(req);
    if (!callback || callback.shown) {
      return;
    }
    const { entry, userEntityRef } = callback;
    if (userEntityRef === undefined) {
      // The framework refused for a reason of its own and has told the user.
      await this.#dependencies.journal.failed(
        entry,
        new LoginFailure('malformed_response'),
      );
      return;
    }
    await this.#dependencies.journal.succeeded({ ...entry, userEntityRef });
  }

  async #noting<T>(callback: Callback, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      callback.shown ??= await this.#dependencies.journal.failed(
        callback.entry,
        error instanceof LoginFailure
          ? error
          : new LoginFailure('internal', error),
      );
      throw callback.shown;
    }
  }

  async #claim(state: string, login: Login): Promise<void> {
    let isFirst: boolean;
    try {
      isFirst = await this.#dependencies.loginStates.claim(
        hashState(state),
        new Date(login.expiresAt),
      );
    } catch (error) {
      throw new LoginFailure('store_unavailable', error);
    }
    if (!isFirst) {
      throw new LoginFailure('login_used');
    }
  }

  /** A ticket counts only where nobody is signed in, or one that was left behind would capture the next person's sign-in. */
  #takeTicket(req: Request): string | undefined {
    if (this.#binding !== 'connect') {
      return undefined;
    }
    const ticket: unknown = req.cookies?.[CONNECT_TICKET_COOKIE];
    if (typeof ticket !== 'string') {
      return undefined;
    }
    req.res!.clearCookie(CONNECT_TICKET_COOKIE, {
      httpOnly: true,
      ...this.#cookies,
    });
    return ticket;
  }

  async #redeemTicket(
    login: Login,
  ): Promise<{ userEntityRef: string } | undefined> {
    if (this.#binding !== 'connect') {
      return undefined;
    }
    let user: { userEntityRef: string } | undefined;
    try {
      user = await this.#dependencies.connectTickets.redeem({
        ticket: login.connectTicket ?? '',
        environment: this.#environment.name,
      });
    } catch (error) {
      throw new LoginFailure('store_unavailable', error);
    }
    if (!user) {
      throw new LoginFailure('connect_only');
    }
    return user;
  }

  async #open(
    req: Request,
    login: VerifiedLogin,
    handle: string,
    userEntityRef: string,
  ): Promise<{ expiresInSeconds?: number }> {
    const { issuer, subject, email, claims, tokens } = login;
    try {
      const opened = await this.#dependencies.sessions.open({
        handle,
        userEntityRef,
        environment: this.#environment.name,
        subject: { issuer, subject, email },
        claims,
        tokens,
        binding: this.#binding,
      });
      if (opened.setCookie) {
        req.res!.append('Set-Cookie', opened.setCookie);
      }
      this.#dependencies.logger.debug(
        `Cookies set for ${userEntityRef} (${this.#environment.key}): session handle${opened.setCookie ? ', sealed API token' : ''}`,
      );
      return opened;
    } catch (error) {
      throw new LoginFailure(
        isError(error) && error.name === 'NotAllowedError'
          ? 'session_mismatch'
          : 'store_unavailable',
        error,
      );
    }
  }
}

/** What {@link LoginSteps} needs. */
export interface LoginStepsOptions {
  environment: EnvironmentConfig;
  relyingParty: RelyingParty;
  dependencies: ProviderDependencies;
  cookies: CookieAttributes;
  /** `sign-in` where a resolver names the user. */
  binding: 'sign-in' | 'connect';
}
