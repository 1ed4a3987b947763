import {
  type ApiRef,
  type ConfigApi,
  createApiRef,
  type DiscoveryApi,
  type FetchApi,
} from '@backstage/frontend-plugin-api';
import {
  createSpectroCloudApi,
  type SpectroCloudAuthApi,
} from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  ReauthenticationSession,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** There is no session, and nobody was asked for one. */
export class SignInRequiredError extends Error {
  override readonly name = 'SignInRequiredError';
  /** The auth environment to sign in at. */
  readonly environment: string;

  constructor(environment: string) {
    super('There is no Palette session');
    this.environment = environment;
  }
}

/** What {@link QuietPalette} is made of. */
export interface QuietPaletteOptions {
  configApi: ConfigApi;
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
  authApi: SpectroCloudAuthApi;
}

/**
 * Palette for parts of pages that are about something else. A page of the
 * catalog must not open a sign-in dialog by itself, nor sign anybody out: where
 * a session can't be had silently, calls fail with {@link SignInRequiredError},
 * and whoever shows that offers a button.
 */
export class QuietPalette {
  /** Calls Palette; never asks the user. */
  readonly client: SpectroCloudApi;
  readonly #authApi: SpectroCloudAuthApi;
  readonly #listeners = new Set<() => void>();

  private constructor(client: SpectroCloudApi, authApi: SpectroCloudAuthApi) {
    this.client = client;
    this.#authApi = authApi;
  }

  static create({ authApi, ...apis }: QuietPaletteOptions): QuietPalette {
    const client = createSpectroCloudApi({
      ...apis,
      authApi: { reauthentication: quiet(authApi.reauthentication) },
    });
    return new QuietPalette(client, authApi);
  }

  /** Signs in, in a popup window; for the click on a button. Tells all who wait for it. */
  async signIn(environment: string): Promise<void> {
    await this.#authApi.signInAgain(environment);
    this.#listeners.forEach(listener => listener());
  }

  /** Calls the listener after a sign-in; returns what ends that. */
  onSignIn(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The sessions, without the ways to disturb the user. */
function quiet(session: ReauthenticationSession): ReauthenticationSession {
  return {
    defaultEnvironment: session.defaultEnvironment,
    getEmail: environment => session.getEmail(environment),
    getApiToken: environment => session.getApiToken(environment),
    refresh: environment => session.refresh(environment),
    signIn: async environment => {
      throw new SignInRequiredError(environment);
    },
    signOut: async () => undefined,
  };
}

/** Reference of {@link QuietPalette}, for both front-end systems. */
export const quietPaletteRef: ApiRef<QuietPalette> =
  createApiRef<QuietPalette>().with({
    id: 'plugin.spectrocloud.quiet',
    pluginId: 'spectrocloud',
  });
