import type { HumanDuration } from '@backstage/types';

export interface Config {
  spectrocloud?: {
    /**
     * Whether permissions are checked with the user's credentials. Default: true.
     */
    enablePermissions?: boolean;

    /**
     * Whether service principals may read (kubeconfigs excepted) with an environment's `apiToken`.
     * Users never fall back to it. Default: false.
     */
    allowServiceTokenFallback?: boolean;

    /**
     * How long a list is held for the session it was read with. Default: 10 seconds.
     */
    listTtl?: HumanDuration | string;

    /**
     * How long a request may take, waiting for its turn at Palette included. Default: 30 seconds.
     */
    requestTimeout?: HumanDuration | string;

    /**
     * How long one call to Palette may take. Default: 20 seconds.
     */
    callTimeout?: HumanDuration | string;

    /**
     * Palette's limits, which it counts by source address and path prefix.
     */
    rateLimit?: {
      /**
       * This process' part of the limits, above 0 and at most 1: 0.5 for each of two replicas
       * behind one address. Default: 1.
       */
      share?: number;
      /** Most prefixes. */
      standard?: {
        /** Calls a second. Default: 10. */
        perSecond?: number;
        /** Calls at once after a pause. Default: 50. */
        burst?: number;
      };
      /** The prefixes that Palette allows more of (clusters, profiles, cloud configurations, events). */
      fast?: {
        /** Calls a second. Default: 50. */
        perSecond?: number;
        /** Calls at once after a pause. Default: 250. */
        burst?: number;
      };
    };
  };
}
