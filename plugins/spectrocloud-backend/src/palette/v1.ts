/**
 * Palette's objects, as far as they are read. Every field may be missing: the
 * vendor's schema requires next to nothing.
 */

export interface V1ObjectMeta {
  uid?: string;
  name?: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  creationTimestamp?: string;
  lastModifiedTimestamp?: string;
}

export interface V1Reference {
  uid?: string;
  name?: string;
  kind?: string;
  projectUid?: string;
}

export interface V1UserMe {
  metadata?: V1ObjectMeta;
  spec?: { emailId?: string; firstName?: string; lastName?: string };
  status?: {
    tenant?: { orgName?: string; tenantUid?: string };
    tenantPermissions?: Record<string, string[]>;
    projectPermissions?: Record<string, string[]>;
  };
}

export interface V1UserInfo {
  orgName?: string;
  tenantUid?: string;
  userUid?: string;
}

export interface V1User {
  metadata?: V1ObjectMeta;
  spec?: { emailId?: string; firstName?: string; lastName?: string };
  /** It also holds a link that lets whoever has it into the account. */
  status?: { isActive?: boolean };
}

export interface V1UserSummary extends V1User {
  spec?: V1User['spec'] & { teams?: V1Reference[] };
}

export interface V1TeamSummary {
  metadata?: V1ObjectMeta;
  spec?: { users?: V1Reference[] };
}

export interface V1Team {
  metadata?: V1ObjectMeta;
  /** Uids. */
  spec?: { users?: string[] };
}

export interface V1ProjectMetadata {
  metadata?: { name?: string; uid?: string };
}

export interface V1ProjectSummary {
  metadata?: V1ObjectMeta;
  specSummary?: { teams?: V1Reference[] };
  status?: {
    clustersHealth?: {
      errored?: number;
      healthy?: number;
      running?: number;
      unhealthy?: number;
    };
    status?: { isDisabled?: boolean };
  };
}

/** Of `/v1/dashboard/spectroclusters/meta`. */
export interface V1ClusterMeta {
  metadata?: V1ObjectMeta;
  spec?: { cloudRegion?: string; clusterType?: string };
}

export interface V1ClusterHealth {
  state?: string;
  lastHeartBeatTimestamp?: string;
  agentVersion?: string;
  conditions?: Array<{ type?: string; message?: string }>;
}

export interface V1MachinePool {
  cloudType?: string;
  size?: number;
  healthy?: number;
  /** How many of its machines are being maintained; no mode. */
  maintenanceMode?: number;
  isControlPlane?: boolean;
  labels?: string[];
}

export interface V1CloudConfig {
  cloudType?: string;
  machinePools?: V1MachinePool[];
  /** Pools whose machines are elsewhere than the cluster's own. */
  hybridMachinePools?: V1MachinePool[];
}

export interface V1ProfileTemplate {
  uid?: string;
  name?: string;
  type?: string;
  cloudType?: string;
  /** Told by whole objects alone; the number `version` beside it says nothing any more. */
  profileVersion?: string;
  packs?: Array<{
    name?: string;
    version?: string;
    tag?: string;
    layer?: string;
    type?: string;
    /** The registry has it no longer. */
    isInvalid?: boolean;
  }>;
}

/** Of all nodes together; Palette counts in `MilliCore` and `KiB`. */
export interface V1ComputeMetrics {
  total?: number;
  usage?: number;
  unit?: string;
}

export interface V1VirtualStatus {
  clusterGroup?: V1Reference;
  hostCluster?: V1Reference;
  lifecycleStatus?: { status?: string };
  state?: string;
  /** Those that run on it, of a host. */
  virtualClusters?: V1Reference[];
}

export interface V1ClusterSummary {
  metadata?: V1ObjectMeta;
  specSummary?: {
    cloudConfig?: V1CloudConfig;
    cloudAccountMeta?: { name?: string; uid?: string };
    clusterProfileTemplate?: V1ProfileTemplate;
    clusterProfileTemplates?: V1ProfileTemplate[];
    projectMeta?: { name?: string; uid?: string };
  };
  status?: {
    state?: string;
    health?: V1ClusterHealth;
    virtual?: V1VirtualStatus;
    metrics?: { cpu?: V1ComputeMetrics; memory?: V1ComputeMetrics };
    /** US dollars. */
    hourlyRate?: { total?: number };
    notifications?: { isAvailable?: boolean };
    repave?: { state?: string };
  };
}

export interface V1Condition {
  type?: string;
  status?: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** Note `spec`, not `specSummary`. */
export interface V1ClusterOverview {
  metadata?: V1ObjectMeta;
  spec?: {
    cloudConfig?: V1CloudConfig;
    cloudaccount?: { name?: string; uid?: string };
    clusterProfileTemplate?: V1ProfileTemplate;
    clusterProfileTemplates?: V1ProfileTemplate[];
  };
  status?: {
    state?: string;
    health?: V1ClusterHealth;
    conditions?: V1Condition[];
    kubeMeta?: {
      kubernetesVersion?: string;
      hasKubeConfig?: boolean;
      /** Since the endpoint of its name exists. */
      hasKubeConfigClient?: boolean;
    };
    clusterImport?: {
      isBrownfield?: boolean;
      /** A line for a shell, which may hold what lets a cluster join. */
      importLink?: string;
    };
    apiEndpoints?: Array<{ host?: string; port?: number }>;
    packs?: Array<{
      name?: string;
      version?: string;
      type?: string;
      condition?: V1Condition;
      startTime?: string;
      endTime?: string;
    }>;
    location?: { countryName?: string; regionName?: string };
    upgrades?: Array<{ reason?: string[]; timestamp?: string }>;
    virtual?: V1VirtualStatus;
  };
}

/** The whole object, of which the overview leaves out what is read here. */
export interface V1Cluster {
  metadata?: V1ObjectMeta;
  spec?: {
    cloudType?: string;
    /** Where its node pools are. */
    cloudConfigRef?: { uid?: string };
    clusterType?: string;
    clusterProfileTemplates?: V1ProfileTemplate[];
    clusterConfig?: {
      /** Whether some of its pools are elsewhere, as clusters of their own. */
      hybridClusterConfig?: { enable?: boolean };
    };
  };
  /** Without health and `kubeMeta`, which only the dashboard tells. */
  status?: Omit<
    NonNullable<V1ClusterOverview['status']>,
    'health' | 'kubeMeta'
  >;
}
