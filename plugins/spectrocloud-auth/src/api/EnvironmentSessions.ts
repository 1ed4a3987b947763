import type { IdentityApi } from '@backstage/core-plugin-api';
import type { ReauthenticationSession } from '@terasky/backstage-plugin-spectrocloud-common';
import type { EnvironmentAuth } from './EnvironmentAuth';

/** What {@link EnvironmentSessions} is made of. */
export interface EnvironmentSessionsOptions {
  defaultEnvironment: string;
  identityApi: IdentityApi;
  createAuth: (environment: string) => EnvironmentAuth;
}

/** The sessions of all auth environments that this tab has met. */
export class EnvironmentSessions implements ReauthenticationSession {
  readonly #options: EnvironmentSessionsOptions;
  readonly #auths = new Map<string, EnvironmentAuth>();

  constructor(options: EnvironmentSessionsOptions) {
    this.#options = options;
  }

  get defaultEnvironment(): string {
    return this.#options.defaultEnvironment;
  }

  auth(environment: string): EnvironmentAuth {
    const auth =
      this.#auths.get(environment) ?? this.#options.createAuth(environment);
    this.#auths.set(environment, auth);
    return auth;
  }

  async getEmail(environment: string): Promise<string | undefined> {
    const profile = await this.auth(environment).oauth2.getProfile({
      optional: true,
    });
    return profile?.email;
  }

  async getApiToken(environment: string): Promise<string | undefined> {
    const token = await this.auth(environment).oauth2.getAccessToken(
      undefined,
      { optional: true },
    );
    return token || undefined;
  }

  async refresh(environment: string): Promise<boolean> {
    return this.auth(environment).refresh();
  }

  async signIn(environment: string): Promise<void> {
    await this.auth(environment).signIn();
  }

  async signOut(environment: string): Promise<void> {
    const auth = this.auth(environment);
    await (auth.signsIn ? this.#options.identityApi.signOut() : auth.signOut());
  }

  /** All sessions were ended at the back end. */
  async forgetAll(): Promise<void> {
    const auths = [...this.#auths.values()];
    const signedIn = auths.some(auth => auth.signsIn);
    await Promise.all(auths.map(auth => auth.forget()));
    if (signedIn) {
      await this.#options.identityApi.signOut();
    }
  }
}
