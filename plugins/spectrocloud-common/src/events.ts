/*
 * What the plugins tell each other by Backstage's events service. Nothing in an event is
 * believed: who is told asks Palette.
 */

/** Topic: somebody has signed in at Palette whom the catalog doesn't know. @public */
export const USER_MISSING_TOPIC = 'spectrocloud.user-missing';

/** Payload of {@link USER_MISSING_TOPIC}: a Palette user whose ID token and identity have been verified. @public */
export interface UserMissingEvent {
  /** Auth environment that the user signs in at. */
  environment: string;
  /** Palette's uid of the user. */
  userUid: string;
  /** Uid of their tenant. */
  tenantUid: string;
}

/** Topic: a cluster has been created, changed or deleted through the `spectrocloud` plugin. @public */
export const CLUSTER_CHANGED_TOPIC = 'spectrocloud.cluster-changed';

/** Payload of {@link CLUSTER_CHANGED_TOPIC}. @public */
export interface ClusterChangedEvent {
  /** Name of the Palette (`spectrocloud.environments[].name`). */
  instance: string;
  /** Project of the cluster. */
  projectUid: string;
  /** Palette's uid of the cluster. */
  clusterUid: string;
  /** What happened to it; Palette may not be through with it yet. */
  change: 'created' | 'changed' | 'deleted';
}
