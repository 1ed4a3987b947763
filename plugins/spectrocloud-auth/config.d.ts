export interface Config {
  auth?: {
    /**
     * The environment of `auth.providers.spectrocloud` that signs users in.
     * @visibility frontend
     */
    environment?: string;
    providers?: {
      /**
       * Its presence tells the user settings page to list Palette.
       * @visibility frontend
       */
      spectrocloud?: { [environment: string]: object };
    };
  };
  /**
   * Signs in by leaving the page and coming back instead of in a popup window.
   * @visibility frontend
   */
  enableExperimentalRedirectFlow?: boolean;
  spectrocloud?: {
    environments?: Array<{
      /**
       * Name of the Palette, as in `?instance=`.
       * @visibility frontend
       */
      name: string;
      /**
       * The auth environment whose session this Palette is called with.
       * @visibility frontend
       */
      authEnvironment?: string;
    }>;
  };
}
