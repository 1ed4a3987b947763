import type {
  AuthConnector,
  AuthConnectorCreateSessionOptions,
  AuthConnectorRefreshSessionOptions,
} from '@backstage/core-app-api';
import type { OAuthRequester } from '@backstage/core-plugin-api';
import {
  EXPECTED_USER_PARAMETER,
  SIGN_IN_FAILURES,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { attemptPatiently } from './attemptPatiently';
import { ConnectTicket } from './ConnectTicket';
import {
  SessionRefusedError,
  SessionUnavailableError,
  userChanged,
} from './errors';
import { isSafeLogoutUrl } from './isSafeLogoutUrl';
import { OtherUser } from './OtherUser';
import type { PaletteAuthConnectorOptions } from './PaletteAuthConnectorOptions';
import { type PaletteSession, toPaletteSession } from './PaletteSession';
import { returnAddress } from './returnAddress';
import { sessionAfterClosing } from './sessionAfterClosing';
import { SessionKeeper } from './SessionKeeper';
import { withTabLock } from './withTabLock';

const RETRY_DELAYS_MS = [500, 1_500];

/**
 * Signs in to Palette for the framework's session manager, which takes every
 * failed refresh for a sign-out: so a refresh fails here only when the back end
 * refuses it for good.
 */
export class PaletteAuthConnector implements AuthConnector<PaletteSession> {
  readonly #options: PaletteAuthConnectorOptions;
  readonly #keeper: SessionKeeper;
  readonly #request: OAuthRequester<PaletteSession>;
  #userEntityRef?: string;
  #asUser = false;
  #signedInElsewhere = false;
  #endsLocally = false;
  #lastFailure?: Error;
  readonly #otherUser: OtherUser;
  readonly #ticket: ConnectTicket;

  constructor(options: PaletteAuthConnectorOptions) {
    this.#options = options;
    this.#keeper = new SessionKeeper(options.now);
    this.#otherUser = OtherUser.create(options);
    this.#ticket = new ConnectTicket(options);
    this.#request = options.oauthRequestApi.createAuthRequester({
      provider: options.provider,
      onAuthRequest: scopes => this.#signIn(scopes),
    });
  }

  /** Why the last refresh told neither yes nor no, if so. */
  get lastFailure(): Error | undefined {
    return this.#lastFailure;
  }

  async createSession(
    options: AuthConnectorCreateSessionOptions,
  ): Promise<PaletteSession> {
    if (options.instantPopup) {
      await this.#ticket.prepare();
      return this.#signIn(options.scopes);
    }
    // Asking again would bring the same account again.
    this.#otherUser.throwIfKnown();
    // Before the dialog appears, so that the click on its button opens the popup at once.
    await this.#ticket.prepare();
    try {
      return await this.#request(options.scopes);
    } catch (error) {
      // The dialog has told why, and was closed then.
      this.#otherUser.throwIfKnown();
      throw error;
    }
  }

  /** The user wants to sign in themselves, and may have changed the account. */
  askAgain(): void {
    this.#otherUser.forget();
  }

  async refreshSession(
    options?: AuthConnectorRefreshSessionOptions,
  ): Promise<PaletteSession> {
    const scopes = options?.scopes ?? new Set<string>();
    const usable = this.#keeper.usable(scopes);
    if (usable) {
      return usable;
    }
    this.#keeper.throwIfRefused();
    try {
      const session = await this.#refresh(scopes);
      this.#lastFailure = undefined;
      // A sign-in may have been demanded while the back end was asked.
      this.#keeper.throwIfRefused();
      if (this.#otherUser.owns(session)) {
        throw new SessionRefusedError(SIGN_IN_FAILURES.other_user);
      }
      return this.#accept(session);
    } catch (error) {
      this.#lastFailure =
        error instanceof SessionUnavailableError ? error : undefined;
      return this.#keeper.fail(error);
    }
  }

  async removeSession(): Promise<void> {
    const local = this.#endsLocally;
    this.#endsLocally = false;
    const logoutUrl = local ? undefined : await this.#options.backend.logout();
    this.#keeper.forget();
    this.#options.onSession(undefined);
    this.#userEntityRef = undefined;
    this.#asUser = false;
    this.#ticket.forget();
    if (logoutUrl && isSafeLogoutUrl(logoutUrl)) {
      this.#options.navigate(logoutUrl);
      await new Promise(() => {});
    }
  }

  /** The next refresh asks the back end, however fresh the session is. */
  expire(): void {
    this.#keeper.expire();
  }

  /** The session is of no use, whatever the back end says at a refresh: the user has to sign in. */
  requireSignIn(): void {
    this.#keeper.refuseUntilSignIn(
      new SessionRefusedError('Palette asks you to sign in again'),
    );
  }

  /** Another tab signed in: a refresh brings that session, also in place of a popup. */
  signedInElsewhere(): void {
    this.#keeper.expire();
    this.#signedInElsewhere = true;
  }

  /** Another tab signed out: the next removal has nothing left to tell the back end. */
  signedOutElsewhere(): void {
    this.#endsLocally = true;
  }

  async #refresh(scopes: Set<string>): Promise<PaletteSession> {
    const { backend, environment, now, wait } = this.#options;
    const scope = [...scopes].join(' ');
    const attempt = async () => {
      const response = await withTabLock(
        `spectrocloud-auth-refresh-${environment}`,
        () => backend.refresh({ scope, asUser: this.#asUser }),
      );
      return toPaletteSession(response, now(), scopes);
    };
    return attemptPatiently(attempt, {
      // Whoever has a session goes on with it meanwhile.
      delays: this.#keeper.session ? [] : RETRY_DELAYS_MS,
      wait,
      isWorthAnother: error => this.#proveUserNextTime(error),
    });
  }

  /** Whether the back end asked for the Backstage token and there is one that doesn't come from this session. */
  async #proveUserNextTime(error: unknown): Promise<boolean> {
    if (!(error instanceof SessionRefusedError) || !error.wantsBackstageToken) {
      return false;
    }
    const first = !this.#asUser;
    this.#asUser = first && (await this.#options.isSecondProvider());
    return this.#asUser;
  }

  async #signIn(scopes: Set<string>): Promise<PaletteSession> {
    const { backend, now, popupOptions, redirect } = this.#options;
    if (this.#signedInElsewhere) {
      this.#signedInElsewhere = false;
      try {
        return this.#accept(await this.#refresh(scopes));
      } catch {
        // That session is gone already; the user signs in here.
      }
    }
    await this.#ticket.prepare();
    // The start of a login takes the ticket out of the browser, whatever comes of it.
    this.#ticket.forget();
    const user = (await this.#options.isSecondProvider())
      ? this.#options.backstageUser()
      : undefined;
    const query = {
      scope: [...scopes].join(' '),
      origin: window.location.origin,
      ...(user && { [EXPECTED_USER_PARAMETER]: user }),
    };
    if (redirect) {
      const redirectUrl = returnAddress(window.location);
      const start = { ...query, flow: 'redirect', redirectUrl };
      this.#options.navigate(await backend.url('/start', start));
      return new Promise(() => {});
    }
    const url = await backend.url('/start', { ...query, flow: 'popup' });
    const shown = await this.#options
      .showPopup(url, popupOptions)
      .catch(async failure =>
        sessionAfterClosing(failure, backend, {
          scope: query.scope,
          asUser: await this.#options.isSecondProvider(),
          formerIdToken: this.#keeper.session?.providerInfo.idToken,
        }),
      )
      .catch(failure => {
        this.#otherUser.note(failure);
        throw failure;
      });
    const response = await this.#ticket.redeem(shown, query.scope);
    this.#asUser ||= response !== shown;
    // Also when it is another user's: the other tabs show what the former one may see.
    this.#options.onSignedIn();
    return this.#accept(toPaletteSession(response, now(), scopes));
  }

  #accept(session: PaletteSession): PaletteSession {
    this.#otherUser.refuse(session);
    const user = session.backstageIdentity?.identity.userEntityRef;
    const former = this.#userEntityRef;
    if (former && user && former !== user) {
      this.#options.onUserChanged();
      throw userChanged(user, former);
    }
    this.#userEntityRef = user ?? former;
    this.#otherUser.forget();
    this.#signedInElsewhere = false;
    this.#keeper.accept(session);
    this.#options.onSession(session);
    return session;
  }
}
