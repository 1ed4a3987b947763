import { OAuth2 } from '@backstage/core-app-api';
import type {
  AuthProviderInfo,
  AuthRequestOptions,
  ConfigApi,
  DiscoveryApi,
  FetchApi,
  IdentityApi,
  OAuthRequestApi,
  PendingOAuthRequest,
} from '@backstage/core-plugin-api';
import { PaletteAuthBackend } from '../connector/PaletteAuthBackend';
import { PaletteAuthConnector } from '../connector/PaletteAuthConnector';
import {
  type PopupOptions,
  showSignInPopup,
} from '../connector/showSignInPopup';
import { TabChannel } from '../connector/TabChannel';
import type { SessionEndWatch } from './SessionEndWatch';

const DEFAULT_SCOPES = ['openid', 'profile', 'email'];
const IDENTITY_WAIT_MS = 100;

/** What the auth API is made of; the APIs are the framework's own. @public */
export interface SpectroCloudAuthOptions {
  /** Says which environment signs users in, and whether by a popup. */
  configApi: ConfigApi;
  /** Finds the auth plugin. */
  discoveryApi: DiscoveryApi;
  /** Sends requests with the user's Backstage token. */
  fetchApi: FetchApi;
  /** The signed-in Backstage user, whom a second provider connects to. */
  identityApi: IdentityApi;
  /** Shows the dialog in which users sign in. */
  oauthRequestApi: OAuthRequestApi;
  /** Block of `auth.providers.spectrocloud`; `auth.environment` by default. */
  environment?: string;
  /** Title and icon in the framework's sign-in dialog. */
  provider?: Partial<AuthProviderInfo>;
  /** Size of the popup window. */
  popupOptions?: PopupOptions;
  /** Sends requests that must not wait for a Backstage identity; the browser's own by default. */
  fetch?: typeof fetch;
  /** Loads the page again; the browser's own by default. */
  reload?: () => void;
}

/** What {@link EnvironmentAuth} is made of. */
interface EnvironmentAuthOptions extends SpectroCloudAuthOptions {
  environment: string;
  /** Tells the user before a session ends. */
  endWatch?: SessionEndWatch;
}

/** The session of one auth environment in this tab, told to and by the other tabs. */
export class EnvironmentAuth {
  readonly oauth2: OAuth2;
  readonly #connector: PaletteAuthConnector;
  readonly #options: SpectroCloudAuthOptions;
  readonly #channel: TabChannel;
  #pending?: PendingOAuthRequest;
  #signsIn = false;
  #backstageUser?: string;

  constructor(options: EnvironmentAuthOptions, provider: AuthProviderInfo) {
    const { environment, configApi, oauthRequestApi, popupOptions } = options;
    this.#options = options;
    this.#channel = TabChannel.open(`spectrocloud-auth-${environment}`);
    this.#connector = new PaletteAuthConnector({
      backend: new PaletteAuthBackend({ ...options, environment }),
      oauthRequestApi,
      provider,
      environment,
      popupOptions,
      redirect:
        configApi.getOptionalBoolean('enableExperimentalRedirectFlow') ?? false,
      isSecondProvider: () => this.#isSecondProvider(),
      backstageUser: () => (this.#signsIn ? undefined : this.#backstageUser),
      onUserChanged: () => this.#reload(),
      onSignedIn: () => this.#channel.post('signed-in'),
      onSession: session =>
        options.endWatch?.note({
          environment,
          endsAt: session?.endsAt,
          signIn: () => this.#signInBeforeEnd(),
        }),
      showPopup: showSignInPopup,
      navigate: url => window.location.assign(url),
      now: Date.now,
      wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
    });
    this.oauth2 = OAuth2.create({
      authConnector: this.#connector,
      defaultScopes: DEFAULT_SCOPES,
    });
    this.#awaitIdentity().catch(() => undefined);
    oauthRequestApi.authRequest$().subscribe(requests => {
      this.#pending = requests.find(request => request.provider === provider);
    });
    this.#channel.listen(message =>
      message === 'signed-in' ? this.#joinSignIn() : this.#joinSignOut(),
    );
  }

  /** Whether users signed in to Backstage with this session. */
  get signsIn(): boolean {
    return this.#signsIn;
  }

  /** Why it is not known whether there is a session, if so. */
  get lastFailure(): Error | undefined {
    return this.#connector.lastFailure;
  }

  /** From now on a Backstage identity of this session is in use. */
  identityServed(): void {
    this.#signsIn = true;
  }

  /** Asks the back end for the session anew. */
  async refresh(): Promise<boolean> {
    this.#connector.expire();
    return Boolean(await this.oauth2.getProfile({ optional: true }));
  }

  /** The ID token; where it has lapsed before the session, the user is asked for another, and keeps the session meanwhile. */
  async getIdToken(options?: AuthRequestOptions): Promise<string> {
    const idToken = await this.oauth2.getIdToken(options);
    if (idToken || options?.optional) {
      return idToken;
    }
    await this.#connector.createSession({
      scopes: new Set(DEFAULT_SCOPES),
      instantPopup: options?.instantPopup,
    });
    return this.oauth2.getIdToken(options);
  }

  /** Signs in because the user wants to, not because a request needs it. */
  async begin(): Promise<void> {
    this.#connector.askAgain();
    return this.oauth2.signIn();
  }

  /** Asks the user to sign in, whatever session there is. */
  async signIn(options?: { instantPopup: boolean }): Promise<void> {
    this.#connector.requireSignIn();
    await this.oauth2.getAccessToken(undefined, options);
  }

  async signOut(): Promise<void> {
    await this.oauth2.signOut();
    this.#channel.post('signed-out');
  }

  /** All sessions were ended at the back end; there is nothing left to tell it. */
  async forget(): Promise<void> {
    this.#connector.signedOutElsewhere();
    await this.signOut();
  }

  /** The session stays what it is until there is another one. */
  async #signInBeforeEnd(): Promise<void> {
    this.#connector.askAgain();
    await this.#connector.createSession({
      scopes: new Set(DEFAULT_SCOPES),
      instantPopup: true,
    });
  }

  #joinSignIn(): void {
    this.#connector.signedInElsewhere();
    // A dialog that waits here is answered by the other tab's session.
    const joined =
      this.#pending?.trigger() ?? this.oauth2.getProfile({ optional: true });
    joined.catch(() => undefined);
  }

  async #joinSignOut(): Promise<void> {
    this.#connector.signedOutElsewhere();
    await this.oauth2.signOut();
    if (this.#signsIn) {
      this.#reload();
    }
  }

  #reload(): void {
    const reload = this.#options.reload ?? (() => window.location.reload());
    reload();
  }

  /** A tab keeps its identity, but some providers fetch a token before they tell it again. */
  async #awaitIdentity(): Promise<void> {
    const identity = await this.#options.identityApi.getBackstageIdentity();
    this.#backstageUser = identity?.userEntityRef;
  }

  /** Never waits for a sign-in, as this may be the one that is waited for. */
  async #isSecondProvider(): Promise<boolean> {
    if (this.#signsIn) {
      return false;
    }
    if (this.#backstageUser !== undefined) {
      return true;
    }
    const identity = await Promise.race([
      this.#options.identityApi.getBackstageIdentity(),
      new Promise<undefined>(resolve => {
        setTimeout(() => resolve(undefined), IDENTITY_WAIT_MS);
      }),
    ]);
    this.#backstageUser = identity?.userEntityRef;
    return identity !== undefined;
  }
}
