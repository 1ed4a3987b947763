import { randomBytes } from 'node:crypto';
import {
  type OAuthAuthenticatorResult,
  decodeOAuthState,
} from '@backstage/plugin-auth-node';
import type { Request } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import type { Login } from '../login/LoginCookies';
import { LoginFailure, type LoginFailureReason } from '../login/LoginFailure';
import { redactText } from '../login/redactText';
import { isEmailVerified } from '../oidc/claims';
import type { RelyingParty } from '../oidc/RelyingParty';
import type { VerifiedLogin } from '../oidc/logins';
import type { AuthorizationAnswer } from './AuthorizationAnswer';
import { LoginGate } from './LoginGate';
import type { LoginEntry } from './LoginJournal';
import type { LoginProfile } from './LoginProfile';
import type { ProviderDependencies } from './ProviderDependencies';
import type { RedemptionQueue } from './RedemptionQueue';
import type { CookieAttributes } from './cookieAttributes';
import { checkAnswer } from './checkAnswer';
import { nonceCookie } from './cookieNames';
import { removeSetCookie } from './removeSetCookie';

const HANDLE_BYTES = 32;
/** Failures after its turn that a client can bring about as often as it likes. */
const WASTED = new Set<LoginFailureReason>([
  'code_rejected',
  'connect_only',
  'login_used',
]);

interface Callback {
  answer: AuthorizationAnswer & { code: string };
  login: Login;
  entry: LoginEntry;
  /** What the client's address counts as. */
  client: string;
  /** Set once the session stands. */
  userEntityRef?: string;
  /** What the user was told, once something has failed. */
  shown?: Error;
}

/** Aborted when the browser goes away before it was answered. */
function whileOpen({ res }: Request): AbortSignal {
  const controller = new AbortController();
  res?.once('close', () => controller.abort());
  return controller.signal;
}

/** One environment's way from the start of a login to a session. */
export class LoginSteps {
  readonly #environment: EnvironmentConfig;
  readonly #relyingParty: RelyingParty;
  readonly #dependencies: ProviderDependencies;
  readonly #gate: LoginGate;
  readonly #redemptions?: RedemptionQueue;
  readonly #binding: 'sign-in' | 'connect';
  readonly #callbacks = new WeakMap<Request, Callback>();

  private constructor(options: LoginStepsOptions) {
    this.#environment = options.environment;
    this.#relyingParty = options.relyingParty;
    this.#dependencies = options.dependencies;
    this.#gate = LoginGate.create(options);
    this.#redemptions = options.redemptions;
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
      connectTicket: this.#gate.takeTicket(req),
    });
    return { url };
  }

  /**
   * Checks an answer as far as that is possible without Palette, and waits
   * until its code may be redeemed.
   *
   * @throws LoginFailure
   */
  async admit(
    entry: LoginEntry,
    answer: AuthorizationAnswer,
    login: Login,
  ): Promise<void> {
    const { req } = entry;
    if (answer.errorDescription !== undefined) {
      // Palette's own words: not for the user, and only so far for the log.
      this.#dependencies.logger.debug(
        `Palette describes its error: ${redactText(answer.errorDescription)}`,
      );
    }
    const code = checkAnswer(answer, login, this.#binding);
    const client = this.#dependencies.clientAddresses.of(req);
    await this.#redemptions?.wait(client, whileOpen(req));
    this.#callbacks.set(req, {
      answer: { ...answer, code },
      login,
      entry,
      client,
    });
  }

  /**
   * Makes sure that it is the only time that an answer is answered.
   *
   * @throws LoginFailure
   */
  async accept(req: Request, state: string): Promise<void> {
    const { client, login } = this.#admitted(req);
    await this.#scoring(client, () => this.#gate.claim(state, login));
    // No other cookie: the framework puts a planted nonce together from several.
    req.cookies = { [nonceCookie(this.#environment)]: login.frameworkNonce };
    req.query = { state, env: this.#environment.name };
  }

  /** Redeems the code, and for a connection opens the session. */
  async authenticate(
    req: Request,
  ): Promise<OAuthAuthenticatorResult<LoginProfile>> {
    const callback = this.#admitted(req);
    return this.#noting(callback, async () => {
      const connected = await this.#scoring(callback.client, () =>
        this.#gate.redeemTicket(callback.login),
      );
      const login = await this.#redeem(callback);
      const handle = randomBytes(HANDLE_BYTES).toString('base64url');
      const result: OAuthAuthenticatorResult<LoginProfile> = {
        session: {
          accessToken: '',
          tokenType: 'bearer',
          idToken: login.tokens.idToken,
          scope: this.#environment.scopes.join(' '),
          refreshToken: handle,
        },
        fullProfile: {
          subject: login.subject,
          email: login.email,
          emailVerified: isEmailVerified(login.claims),
          claims: login.claims,
          noting: step => this.#noting(callback, step),
          settle: async userEntityRef => {
            const opened = await this.#gate.open(req, login, {
              handle,
              userEntityRef,
            });
            callback.userEntityRef = userEntityRef;
            result.session.expiresInSeconds = opened.expiresInSeconds;
            if (this.#environment.exposeApiToken) {
              result.session.accessToken = opened.sessionToken ?? '';
            }
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

  #admitted(req: Request): Callback {
    const callback = this.#callbacks.get(req);
    if (!callback) {
      throw new LoginFailure('internal');
    }
    return callback;
  }

  async #redeem({ answer, client, login }: Callback): Promise<VerifiedLogin> {
    const { code, state, iss } = answer;
    const verified = await this.#scoring(client, () =>
      this.#relyingParty.finish({ code, state, iss, secrets: login }),
    );
    this.#redemptions?.note(client, true);
    return verified;
  }

  /** Notes a turn that a client has wasted, as with a code that it invented or a login that is over. */
  async #scoring<T>(client: string, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (error instanceof LoginFailure && WASTED.has(error.reason)) {
        this.#redemptions?.note(client, false);
      }
      throw error;
    }
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
}

/** What {@link LoginSteps} needs. */
export interface LoginStepsOptions {
  environment: EnvironmentConfig;
  relyingParty: RelyingParty;
  /** Absent where sign-ins don't queue. */
  redemptions?: RedemptionQueue;
  dependencies: ProviderDependencies;
  cookies: CookieAttributes;
  /** `sign-in` where a resolver names the user. */
  binding: 'sign-in' | 'connect';
}
