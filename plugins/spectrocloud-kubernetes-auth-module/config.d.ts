export interface Config {
  spectrocloud?: {
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
