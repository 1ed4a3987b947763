export interface Config {
  spectrocloud?: {
    environments?: Array<{
      clusterProvider?: {
        /**
         * Key under which the ID token is sent, in lower case. Default: `spectrocloud`, and
         * `spectrocloud-<authEnvironment>` for Palettes of other auth environments.
         * @visibility frontend
         */
        oidcAuthProviderName?: string;
      };
    }>;
    kubernetes?: {
      /**
       * Never asks users to sign in to Palette on a Kubernetes tab: without a
       * session, only clusters that need one stay dark. Default: false.
       * @visibility frontend
       */
      optionalIdToken?: boolean;
    };
  };
}
