import type { PaletteMetadata, PaletteReference } from './metadata';

/** Health as Palette's agent in the cluster reports it. @public */
export interface ClusterHealth {
  /** `Healthy`, `UnHealthy` or `Unknown`. */
  state?: string;
  /** ISO 8601. */
  lastHeartBeatTimestamp?: string;
  agentVersion?: string;
  conditions?: Array<{ type?: string; message?: string }>;
}

/** One row of a cluster list. @public */
export interface ClusterSummary {
  metadata: PaletteMetadata;
  spec: {
    /** `aws`, `eks`, `vsphere`, `nested` (virtual) and so on. */
    cloudType?: string;
    projectUid?: string;
    projectName?: string;
    cloudAccount?: PaletteReference;
    /** Version of the profile's Kubernetes pack, where Palette's list holds it. */
    kubernetesVersion?: string;
    /** Nodes, over all machine pools. */
    nodes?: { size: number; healthy: number };
  };
  status: {
    /** `Running`, `Provisioning`, `Error` and so on. */
    state?: string;
    health?: ClusterHealth;
  };
}

/** One row of a virtual cluster list. @public */
export interface VirtualClusterSummary extends ClusterSummary {
  virtual?: {
    clusterGroup?: PaletteReference;
    hostCluster?: PaletteReference;
    /** `Running`, `Paused` and so on. */
    lifecycle?: string;
  };
}

/** A condition of a cluster or of a pack. @public */
export interface ClusterCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  /** ISO 8601. */
  lastTransitionTime?: string;
}

/** A group of equal nodes. @public */
export interface MachinePool {
  size?: number;
  healthy?: number;
  isControlPlane?: boolean;
  labels?: string[];
}

/** A profile as it is attached to a cluster. @public */
export interface AttachedProfile {
  uid: string;
  name?: string;
  type?: string;
  cloudType?: string;
  version?: number;
  packs: Array<{
    name: string;
    version?: string;
    layer?: string;
    type?: string;
  }>;
}

/** Everything about one cluster. @public */
export interface Cluster {
  metadata: PaletteMetadata;
  spec: {
    cloudType?: string;
    projectUid?: string;
    projectName?: string;
    cloudAccount?: PaletteReference;
    kubernetesVersion?: string;
    machinePools: MachinePool[];
    profiles: AttachedProfile[];
  };
  status: {
    state?: string;
    health?: ClusterHealth;
    conditions: ClusterCondition[];
    /** Whether Palette holds a kubeconfig of the cluster. */
    hasKubeConfig?: boolean;
    apiEndpoints: Array<{ host: string; port: number }>;
    packs: Array<{
      name?: string;
      version?: string;
      type?: string;
      condition?: ClusterCondition;
    }>;
    location?: { countryName?: string; regionName?: string };
  };
  virtual?: VirtualClusterSummary['virtual'];
}

/** Something that happened to a cluster. @public */
export interface ClusterEvent {
  uid?: string;
  /** ISO 8601. */
  timestamp?: string;
  severity?: string;
  reason?: string;
  message?: string;
  source?: string;
}

/** A group of host clusters that virtual clusters run on. @public */
export interface ClusterGroup {
  metadata: PaletteMetadata;
  spec: {
    scope?: string;
    endpointType?: string;
    kubernetesDistroType?: string;
    hostClustersCount?: number;
    virtualClustersCount?: number;
    cpu?: { allocated?: number; used?: number };
    memory?: { allocated?: number; used?: number };
    hostClusters: PaletteReference[];
    limits?: {
      cpuMilliCore?: number;
      memoryMiB?: number;
      storageGiB?: number;
      overSubscription?: number;
    };
  };
}
