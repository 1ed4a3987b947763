import type { PaletteMetadata, PaletteReference } from './metadata';

/** Health as Palette's agent in the cluster reports it. @public */
export interface ClusterHealth {
  /** `Healthy`, `UnHealthy` or `Unknown`. */
  state?: string;
  /** ISO 8601. */
  lastHeartBeatTimestamp?: string;
  /** Version of Palette's agent in the cluster. */
  agentVersion?: string;
  /** What Palette observes, each by itself. */
  conditions?: Array<{ type?: string; message?: string }>;
}

/** One row of a cluster list. @public */
export interface ClusterSummary {
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** What it is. */
  spec: {
    /** `aws`, `eks`, `vsphere`, `nested` (virtual) and so on. */
    cloudType?: string;
    projectUid?: string;
    projectName?: string;
    cloudAccount?: PaletteReference;
    /** Version of the profile's Kubernetes pack, where Palette's list holds it. */
    kubernetesVersion?: string;
    /** Nodes, over all machine pools, hybrid ones among them. */
    nodes?: { size: number; healthy: number; inMaintenance?: number };
  };
  /** How it is. */
  status: {
    /** `Pending`, `Provisioning`, `Importing`, `Running`, `Error`, `Deleting` or `Unknown`. */
    state?: string;
    health?: ClusterHealth;
  };
}

/** One row of a virtual cluster list. @public */
export interface VirtualClusterSummary extends ClusterSummary {
  /** Only for virtual clusters. */
  virtual?: {
    clusterGroup?: PaletteReference;
    hostCluster?: PaletteReference;
    /** `Running`, `Pausing`, `Paused`, `Resuming` or `Error`. */
    lifecycle?: string;
  };
}

/** A condition of a cluster or of a pack. @public */
export interface ClusterCondition {
  /** Kind, in Palette's words. */
  type: string;
  /** How it is. */
  status: string;
  /** Why, in one word. */
  reason?: string;
  /** What happened, in a sentence. */
  message?: string;
  /** ISO 8601. */
  lastTransitionTime?: string;
}

/** A group of equal nodes. @public */
export interface MachinePool {
  /** Cloud of its machines; that of a hybrid pool is another than the cluster's. */
  cloudType?: string;
  /** Nodes that are wanted. */
  size?: number;
  /** Nodes that are healthy. */
  healthy?: number;
  /** Nodes that are in maintenance. */
  inMaintenance?: number;
  /** Whether the control plane runs here. */
  isControlPlane?: boolean;
  /** Labels; bare tags have the value `spectro__tag`. */
  labels?: string[];
}

/** A profile as it is attached to a cluster. @public */
export interface AttachedProfile {
  /** Palette's uid. */
  uid: string;
  /** Name as people know it. */
  name?: string;
  /** Kind, in Palette's words. */
  type?: string;
  /** Cloud, as `aws`, `eks` or `vsphere`. */
  cloudType?: string;
  /** Version. */
  version?: string;
  /** Packs, by layer. */
  packs: Array<{
    name: string;
    version?: string;
    layer?: string;
    type?: string;
  }>;
}

/** Everything about one cluster. @public */
export interface Cluster {
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** What it is. */
  spec: {
    cloudType?: string;
    /** Of imported clusters, which Palette only watches: `AlloyMonitor`, `AlloyAssist` or `AlloyExtend`. */
    clusterType?: string;
    /** Whether upgrades of Palette's agent in the cluster are paused. */
    agentUpgradesPaused?: boolean;
    projectUid?: string;
    projectName?: string;
    cloudAccount?: PaletteReference;
    kubernetesVersion?: string;
    machinePools: MachinePool[];
    profiles: AttachedProfile[];
  };
  /** How it is. */
  status: {
    state?: string;
    health?: ClusterHealth;
    conditions: ClusterCondition[];
    /** Whether Palette holds any kubeconfig of the cluster. */
    hasKubeConfig?: boolean;
    /** Whether Palette holds one that signs in as its user; older Palettes don't tell. */
    hasKubeConfigClient?: boolean;
    apiEndpoints: Array<{ host: string; port: number }>;
    packs: Array<{
      name?: string;
      version?: string;
      type?: string;
      condition?: ClusterCondition;
    }>;
    location?: { countryName?: string; regionName?: string };
  };
  /** Only for virtual clusters. */
  virtual?: VirtualClusterSummary['virtual'];
}

/** Something that happened to a cluster. @public */
export interface ClusterEvent {
  /** Palette's uid. */
  uid?: string;
  /** ISO 8601. */
  timestamp?: string;
  /** As `Info` or `Warning`. */
  severity?: string;
  /** Why, in one word. */
  reason?: string;
  /** What happened, in a sentence. */
  message?: string;
  /** Component that says so. */
  source?: string;
}

/** A group of host clusters that virtual clusters run on. @public */
export interface ClusterGroup {
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** What it is. */
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
