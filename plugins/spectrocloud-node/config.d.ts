export interface Config {
  spectrocloud?: {
    /** What the permission helper of `spectrocloud-node` lets people see in the catalog. */
    catalogVisibility?: {
      /**
       * Kinds of Palette's entities that are shown also to users who have no
       * session at Palette; none by default.
       */
      withoutSession?: Array<
        | 'projects'
        | 'clusters'
        | 'clusterGroups'
        | 'profiles'
        | 'users'
        | 'teams'
      >;
    };
  };
}
