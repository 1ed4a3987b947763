export interface Config {
  spectrocloud?: {
    environments?: Array<{
      /**
       * Which clusters of this Palette become clusters of the Kubernetes plugin: by
       * default all that the calling user may see, and can sign in to as themselves.
       */
      clusterProvider?: {
        /** Whether this Palette's clusters are shown. Default: true. */
        enabled?: boolean;

        /** How users sign in to clusters: with their own ID tokens, which is the only way. */
        authType?: 'oidc';

        /**
         * Key under which the front end sends the ID token, in lower case. Default:
         * `spectrocloud` for the Palette that `auth.environment` names, and
         * `spectrocloud-<authEnvironment>` for others.
         * @visibility frontend
         */
        oidcAuthProviderName?: string;

        /** Only clusters of these projects, by name or uid; all by default. */
        includeProjects?: string[];

        /** No clusters of these projects, by name or uid. */
        excludeProjects?: string[];

        /** Leaves out clusters that belong to no project. Default: false. */
        excludeTenantScopedClusters?: boolean;

        /** Only clusters with one of these Palette tags (`key:value`, or the bare tag); all by default. */
        includeTags?: string[];

        /** No clusters with one of these Palette tags. */
        excludeTags?: string[];

        /** Only clusters in one of these states, as `Running`; all by default. */
        includeStates?: string[];

        /**
         * What becomes of clusters that users can't sign in to as themselves (no OIDC,
         * behind Palette's proxy, or another OIDC client): `hide` leaves them out, `show`
         * names the reason beside their name. Default: `hide`.
         */
        unusableClusters?: 'hide' | 'show';

        /** Whether the metrics of pods are left out. Default: true. */
        skipMetricsLookup?: boolean;

        /** How long a user's list of clusters is held, in seconds. Default: 60. */
        refreshIntervalSeconds?: number;

        /** How long a request waits for its user's list of clusters, in seconds. Default: 10. */
        clusterTimeoutSeconds?: number;
      };
    }>;
  };
}
