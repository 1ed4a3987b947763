import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

import type { Condition } from '../notifications/clusterConditions';

/** Kinds of Palette's objects that become entities. */
export const KINDS = [
  'projects',
  'clusters',
  'clusterGroups',
  'profiles',
  'users',
  'teams',
] as const;

/** Those that become entities only where the configuration says so: they are about people. */
export const OPT_IN_KINDS: readonly Kind[] = ['users', 'teams'];

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** Names or tags: only some, and none of others. */
export interface Selection {
  /** Undefined for all. */
  include?: string[];
  exclude: string[];
}

/** What of one Palette becomes entities, and how. */
export interface ProviderConfig {
  /** Name of the entry of `spectrocloud.environments`. */
  instance: string;
  /** The auth environment that its users sign in at. */
  authEnvironment: string;
  /** Where people open Palette, without a slash at its end. */
  consoleUrl?: string;
  /** Prefix of the annotations that are written beside our own. */
  annotationPrefix: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  namespace: string;
  owners: {
    tag: string;
    namespace: string;
    /** A whole entity reference. */
    default: string;
  };
  projects: Selection;
  tags: Selection;
  /** By uid or by e-mail address in lower case. */
  users: Selection;
  tenantScope: boolean;
  kinds: ReadonlySet<Kind>;
  maxRemovedShare: number;
  /** What the owners of clusters are told of. */
  notifications: ReadonlySet<Condition>;
}
