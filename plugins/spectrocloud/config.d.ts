export interface Config {
  spectrocloud?: {
    /**
     * Prefix of the entity annotations that are read beside `spectrocloud.com/`.
     * Default: `terasky.backstage.io`.
     * @visibility frontend
     */
    annotationPrefix?: string;

    /**
     * Whether the permission system decides who may see what; by default it does.
     * The backend plugin reads it, too.
     * @visibility frontend
     */
    enablePermissions?: boolean;

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
