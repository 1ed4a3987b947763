import type { HumanDuration } from '@backstage/types';

export interface Config {
  spectrocloud?: {
    /**
     * Whether the permission system decides who may do what; by default it
     * does. Palette checks its own permissions in any case.
     */
    enablePermissions?: boolean;

    /**
     * How long a decision of the permission system is shared by requests with
     * the same Backstage token, by default 5 seconds; 0 seconds asks for every
     * request. A denial is shared for a second at most, and nothing after a
     * session has ended.
     */
    permissionTtl?: HumanDuration | string;

    /**
     * Ids of the plugins whose backends may read (never for a user) with the
     * `apiToken` of an environment, `catalog` for one; kubeconfigs and creations
     * are left out. None by default. Every use is audited.
     */
    serviceTokenFor?: string[];

    /**
     * Serves every plugin, and every holder of a static or signed token of
     * `backend.auth.externalAccess`, as `serviceTokenFor` serves the named ones.
     * Off by default; prefer `serviceTokenFor`.
     */
    allowServiceTokenFallback?: boolean;

    /** What MCP clients and the CLI are offered. */
    actions?: {
      /**
       * What actions may change, each only after a dry run by the same user: create
       * clusters, approve repaves, apply profile updates. Nothing by default; the actions
       * of what isn't named are not registered. Permissions are needed as in the portal.
       */
      writes?: Array<'create-cluster' | 'approve-repave' | 'apply-update'>;
    };

    /**
     * How long lists of Palette are held for the session that read them, by
     * default 10 seconds; 0 seconds holds none. A single cluster is held for two
     * seconds at most.
     */
    listTtl?: HumanDuration | string;

    /**
     * How long a request may take, waiting under Palette's limits included; by
     * default 30 seconds. What a plugin reads by itself may take 4 minutes at least.
     */
    requestTimeout?: HumanDuration | string;

    /** How long one call to Palette may take; by default 20 seconds. */
    callTimeout?: HumanDuration | string;

    /**
     * Palette's rate limits. They hold for each source address and path
     * prefix, so all replicas behind one address share them.
     */
    rateLimit?: {
      /**
       * This process' part of the limits, above 0 and at most 1 (the
       * default): 0.5 for each of two replicas.
       */
      share?: number;
      /** Most prefixes. */
      standard?: {
        /** Calls a second; by default 10. */
        perSecond?: number;
        /** Calls at once after a pause; by default 50. */
        burst?: number;
      };
      /** Clusters, cluster profiles, cloud configurations and events. */
      fast?: {
        /** Calls a second; by default 50. */
        perSecond?: number;
        /** Calls at once after a pause; by default 250. */
        burst?: number;
      };
    };
  };
}
