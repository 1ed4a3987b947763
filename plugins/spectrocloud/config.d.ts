export interface Config {
  spectrocloud?: {
    /**
     * Prefix of the entity annotations that are read beside `spectrocloud.com/`.
     * Default: `terasky.backstage.io`.
     * @visibility frontend
     */
    annotationPrefix?: string;

    environments?: Array<{
      /**
       * Name of the Palette, as an entity's annotation `spectrocloud.com/instance` has it.
       * @visibility frontend
       */
      name: string;
      /**
       * Address of Palette's console, for example `https://console.spectrocloud.com`, to
       * which clusters link. Default: no such links.
       * @visibility frontend
       */
      consoleUrl?: string;
    }>;
  };
}
