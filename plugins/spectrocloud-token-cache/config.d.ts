import type { HumanDuration } from '@backstage/types';

export interface Config {
  spectrocloud?: {
    /**
     * Whether the SpectroCloud plugins are switched on. Default: true.
     */
    enabled?: boolean;

    /**
     * The Palettes that the back end talks to.
     */
    environments?: Array<{
      /**
       * Name that requests choose the environment by (`instance`).
       */
      name: string;
      /**
       * Origin of Palette's API, for example `https://api.spectrocloud.com`.
       */
      url: string;
      /**
       * Uid or organisation name of the tenant; tokens of other tenants are not used here.
       */
      tenant?: string;
      /**
       * API key of a Palette service account. Used only where something asks for it explicitly.
       * @visibility secret
       */
      apiToken?: string;
      /**
       * Auth environment (`auth.providers.spectrocloud.<name>`) whose tokens this Palette accepts.
       * Default: `auth.environment`.
       */
      authEnvironment?: string;
      /**
       * PEM file with further certificate authorities, for a self-hosted Palette.
       * Default: that of the auth environment.
       */
      caFile?: string;
    }>;

    tokenCache?: {
      /**
       * Secrets of 32 characters or more that seal Palette tokens at rest. The first seals, all of
       * them open, so a key is replaced by putting the new one first and removing the old one later.
       * Default: derived from `auth.session.secret`, else from the auth environment's `clientSecret`,
       * which then needs 32 characters, too (in development a warning says so); changing that value
       * signs everyone out. Set keys in production.
       * @visibility secret
       */
      encryptionKeys?: string[];
      /**
       * How long a plugin may serve a token from memory before it asks the auth plugin again,
       * half a minute at most where the token is to be renewed soon. Zero switches the copy off. Default: 30 seconds.
       */
      memoryTtl?: HumanDuration | string;
      /**
       * Ids of further plugins that may ask for their caller's Palette session token. Default: none.
       */
      trustedPlugins?: string[];
    };
  };
}
