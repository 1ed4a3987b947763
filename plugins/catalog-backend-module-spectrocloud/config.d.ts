import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Palettes whose objects the catalog shows, by the name of their entry in
       * `spectrocloud.environments`, which has to have an `apiToken`.
       */
      spectrocloud?: {
        [instance: string]: {
          /** When Palette is read. Default: every 10 minutes, with a time limit of 5. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

          /** Namespace of the entities. Default: `default`. */
          namespace?: string;

          /** Who owns what. */
          owners?: {
            /**
             * Key of the Palette tag that names the owner, as `owner:team-a`.
             * Default: `owner`.
             */
            tag?: string;
            /** Namespace of an owner that a tag names without one. Default: `default`. */
            namespace?: string;
            /**
             * Owner of what no tag names one for, as `group:default/platform`.
             * Default: `group:default/palette`.
             */
            default?: string;
          };

          /** Which projects are read, by name or uid. */
          projects?: {
            /** Only these; all by default. */
            include?: string[];
            /** None of these. */
            exclude?: string[];
          };

          /** Whether what belongs to the whole tenant is read too: profiles and cluster groups. Default: true. */
          tenantScope?: boolean;

          /** Which clusters are read, by their Palette tags (`key:value`, or the bare tag). */
          tags?: {
            /** Only clusters with one of these; all by default. */
            include?: string[];
            /** No clusters with one of these. */
            exclude?: string[];
          };

          /** Which users become entities, by e-mail address or uid. */
          users?: {
            /** Only these; all by default. */
            include?: string[];
            /** None of these. */
            exclude?: string[];
          };

          /** What becomes entities. */
          kinds?: {
            /** Default: true. */
            projects?: boolean;
            /** Hosts and virtual clusters; default: true. */
            clusters?: boolean;
            /** Default: true. */
            clusterGroups?: boolean;
            /** Default: true. */
            profiles?: boolean;
            /** Users of the tenant; default: false. */
            users?: boolean;
            /** Its teams, as groups; default: false. */
            teams?: boolean;
          };

          /**
           * Share of the entities of one kind, above 0 and at most 1, that may
           * vanish from one run to the next. Where Palette shows fewer, the
           * catalog stays as it is and the log says so; 1 believes whatever
           * Palette shows. Default: 0.5.
           */
          maxRemovedShare?: number;

          /**
           * What the owners of clusters are told of, through the notifications plugin,
           * once when it becomes so; nothing by default.
           */
          notifications?: {
            /** A cluster becomes unhealthy. */
            unhealthy?: boolean;
            /** It waits for somebody to approve that its nodes are replaced. */
            repave?: boolean;
            /** Newer versions of its profiles can be applied. */
            update?: boolean;
          };
        };
      };
    };
  };
}
