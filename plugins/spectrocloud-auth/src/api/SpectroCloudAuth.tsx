import type {
  AuthProviderInfo,
  AuthRequestOptions,
  BackstageIdentityResponse,
  ConfigApi,
  OAuthScope,
  SessionState,
} from '@backstage/core-plugin-api';
import type { Observable } from '@backstage/types';
import type {
  ReauthenticationSession,
  SpectroCloudSessionInfo,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { SpectroCloudIcon } from '../components/SpectroCloudIcon';
import {
  EnvironmentAuth,
  type SpectroCloudAuthOptions,
} from './EnvironmentAuth';
import { EnvironmentSessions } from './EnvironmentSessions';
import { SessionEndWatch } from './SessionEndWatch';
import type { SpectroCloudSessionEnding } from './SessionEndWatch';
import { SessionList } from './SessionList';
import type { SpectroCloudAuthApi } from './SpectroCloudAuthApi';

const DEFAULT_ENVIRONMENT = 'development';
const TITLE = 'SpectroCloud';
const POPUP_MESSAGE =
  'Sign in to Palette to go on. This page stays as it is, and nothing that you typed is lost.';
const REDIRECT_MESSAGE =
  'Sign in to Palette to go on. You leave this page for that and come back to its address; what you typed here is lost.';

/**
 * The auth API of Palette: the framework's session manager over a connector
 * that shares one session between tabs and keeps it through trouble.
 *
 * @public
 */
export class SpectroCloudAuth implements SpectroCloudAuthApi {
  readonly #auth: EnvironmentAuth;
  readonly #sessions: EnvironmentSessions;
  readonly #list: SessionList;
  readonly #endWatch: SessionEndWatch;

  private constructor(
    auth: EnvironmentAuth,
    sessions: EnvironmentSessions,
    list: SessionList,
    endWatch: SessionEndWatch,
  ) {
    this.#auth = auth;
    this.#sessions = sessions;
    this.#list = list;
    this.#endWatch = endWatch;
  }

  /** Makes the auth API. */
  static create(options: SpectroCloudAuthOptions): SpectroCloudAuth {
    const environment =
      options.environment ??
      options.configApi.getOptionalString('auth.environment') ??
      DEFAULT_ENVIRONMENT;
    const endWatch = new SessionEndWatch();
    const sessions = new EnvironmentSessions({
      defaultEnvironment: environment,
      identityApi: options.identityApi,
      createAuth: name =>
        new EnvironmentAuth(
          { ...options, environment: name, endWatch },
          providerInfo(
            { message: dialogMessage(options.configApi), ...options.provider },
            name === environment ? '' : ` (${name})`,
          ),
        ),
    });
    return new SpectroCloudAuth(
      sessions.auth(environment),
      sessions,
      new SessionList(options),
      endWatch,
    );
  }

  /** {@inheritDoc SpectroCloudAuthApi.reauthentication} */
  get reauthentication(): ReauthenticationSession {
    return this.#sessions;
  }

  /** The session token where the back end exposes it, else an empty text; see {@link SpectroCloudAuthApi.getSpectroCloudApiToken}. */
  async getAccessToken(
    scope?: OAuthScope,
    options?: AuthRequestOptions,
  ): Promise<string> {
    return this.#auth.oauth2.getAccessToken(scope, options);
  }

  /** The ID token of Palette, empty where there is none and the user is not to be asked. */
  async getIdToken(options?: AuthRequestOptions): Promise<string> {
    return this.#auth.getIdToken(options);
  }

  /** {@inheritDoc SpectroCloudAuthApi.getIdTokenOf} */
  async getIdTokenOf(
    environment: string,
    options?: AuthRequestOptions,
  ): Promise<string> {
    return this.#sessions.auth(environment).getIdToken(options);
  }

  /** Name and e-mail of the user at Palette. */
  async getProfile(options?: AuthRequestOptions) {
    return this.#auth.oauth2.getProfile(options);
  }

  /**
   * The Backstage identity that this session signs in with.
   *
   * @throws the reason when it is not known whether there is a session, instead of
   * taking a back end that is down for a user who is signed out
   */
  async getBackstageIdentity(
    options?: AuthRequestOptions,
  ): Promise<BackstageIdentityResponse | undefined> {
    const identity = await this.#auth.oauth2.getBackstageIdentity(options);
    if (identity) {
      this.#auth.identityServed();
    } else if (this.#auth.lastFailure) {
      throw this.#auth.lastFailure;
    }
    return identity;
  }

  /** Signs in, with the framework's dialog where there is no session. */
  async signIn(): Promise<void> {
    return this.#auth.begin();
  }

  /** Signs out in this browser, in all of its tabs. */
  async signOut(): Promise<void> {
    return this.#auth.signOut();
  }

  /** Tells whether there is a session, now and whenever that changes. */
  sessionState$(): Observable<SessionState> {
    return this.#auth.oauth2.sessionState$();
  }

  /** {@inheritDoc SpectroCloudAuthApi.getSpectroCloudApiToken} */
  async getSpectroCloudApiToken(): Promise<string | undefined> {
    return this.#sessions.getApiToken(this.#sessions.defaultEnvironment);
  }

  /** {@inheritDoc SpectroCloudAuthApi.signInAgain} */
  async signInAgain(environment?: string): Promise<void> {
    await this.#sessions
      .auth(environment ?? this.#sessions.defaultEnvironment)
      .signIn({ instantPopup: true });
  }

  /** {@inheritDoc SpectroCloudAuthApi.onSessionEnding} */
  onSessionEnding(
    listener: (ending: SpectroCloudSessionEnding | undefined) => void,
  ): () => void {
    return this.#endWatch.subscribe(listener);
  }

  /** {@inheritDoc SpectroCloudAuthApi.listSessions} */
  async listSessions(): Promise<SpectroCloudSessionInfo[]> {
    return this.#list.get();
  }

  /** {@inheritDoc SpectroCloudAuthApi.endSessions} */
  async endSessions(id?: string): Promise<void> {
    await this.#list.end(id);
    if (id === undefined) {
      await this.#sessions.forgetAll();
    }
  }
}

/** The redirect flow leaves the page, the popup doesn't. */
function dialogMessage(config: ConfigApi): string {
  return config.getOptionalBoolean('enableExperimentalRedirectFlow')
    ? REDIRECT_MESSAGE
    : POPUP_MESSAGE;
}

function providerInfo(
  provider: Partial<AuthProviderInfo> | undefined,
  suffix: string,
): AuthProviderInfo {
  return {
    id: 'spectrocloud',
    icon: SpectroCloudIcon,
    ...provider,
    title: `${provider?.title ?? TITLE}${suffix}`,
  };
}
