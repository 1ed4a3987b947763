/** Which of a Palette's clusters become clusters of the Kubernetes plugin, and how. */
export interface ClusterProviderConfig {
  /** Name of the Palette. */
  instance: string;
  /** Where its users sign in. */
  authEnvironment: string;
  /** Client whose ID tokens the users have, where this backend's configuration tells it. */
  clientId?: string;
  /** Key under which the front end sends the ID token. */
  oidcTokenProvider: string;
  /** What clusters are called: as their entities in the catalog, or by project and name. */
  names: 'entity' | 'project-and-name' | 'instance-project-and-name';
  /** By name or uid; all by default. */
  includeProjects?: ReadonlySet<string>;
  excludeProjects: ReadonlySet<string>;
  /** Whether clusters that belong to no project are left out. */
  excludeTenantScopedClusters: boolean;
  /** As people write Palette's tags: `key:value`, or the bare tag. */
  includeTags?: ReadonlySet<string>;
  excludeTags: ReadonlySet<string>;
  /** As Palette spells them; all by default. */
  includeStates?: ReadonlySet<string>;
  /** What becomes of clusters at which users can't sign in as themselves. */
  unusableClusters: 'hide' | 'show';
  skipMetricsLookup: boolean;
  /** How long a caller's list is held. */
  refreshIntervalMs: number;
  /** How long a request waits for its caller's list. */
  clusterTimeoutMs: number;
}
