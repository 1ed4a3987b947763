/** What the simulator keeps of one Palette tenant; the wire shapes are made from it in `api/views`. */
export interface Organisation {
  uid: string;
  name: string;
  roles: Role[];
  users: User[];
  teams: Team[];
  projects: Project[];
  profiles: Profile[];
  clusters: Cluster[];
  clusterGroups: ClusterGroup[];
  cloudAccounts: CloudAccount[];
  overlords: Overlord[];
  sshKeys: SshKey[];
}

/** A role and the permissions (`resourceKey.operation`) that it brings. */
export interface Role {
  uid: string;
  name: string;
  scope: 'tenant' | 'project';
  permissions: readonly string[];
}

/** Somebody who can sign in. */
export interface User {
  uid: string;
  email: string;
  firstName: string;
  lastName: string;
  /** Shown on the login page. */
  listed: boolean;
  password: string;
  apiKey?: string;
  tenantRoles: string[];
  /** Role uids by project uid. */
  projectRoles: Record<string, string[]>;
  createdAt: string;
}

/** Some users under one name. */
export interface Team {
  uid: string;
  name: string;
  /** Projects that it has roles in; its members have them anyway. */
  projectUids: string[];
  userUids: string[];
  createdAt: string;
}

/** What clusters belong to. */
export interface Project {
  uid: string;
  name: string;
  description: string;
  labels: Record<string, string>;
  createdAt: string;
}

/** `nested` is Palette's word for a virtual cluster, `generic` for an imported one. */
export type CloudType =
  | 'aws'
  | 'eks'
  | 'azure'
  | 'aks'
  | 'gcp'
  | 'gke'
  | 'vsphere'
  | 'maas'
  | 'edge-native'
  | 'apache-cloudstack'
  | 'generic'
  | 'nested';

/** `status.state` of a cluster. */
export type ClusterState =
  | 'Pending'
  | 'Provisioning'
  | 'Running'
  | 'Importing'
  | 'Deleting'
  | 'Deleted'
  | 'Error'
  | 'Unknown';

/** `status.health.state`; Palette spells the second in two ways. */
export type Health = 'Healthy' | 'UnHealthy' | 'Unhealthy' | 'Unknown';

/**
 * How a cluster's user kubeconfig authenticates: through Palette's OIDC, with
 * the shared service account of the Spectro Proxy, or not at all (none exists).
 */
export type KubeconfigKind = 'oidc' | 'service-account' | 'none';

/** Machines of one kind. */
export interface NodePool {
  name: string;
  size: number;
  isControlPlane: boolean;
  /** That of a hybrid pool, whose machines are elsewhere than the cluster's own. */
  cloudType?: CloudType;
  /** How many it is to have, while it is resized. */
  wantedSize?: number;
  /** Where it was resized; else it may grow a little. */
  bounds?: { minSize?: number; maxSize?: number };
  /** How many of its machines are in maintenance; they come first. */
  inMaintenance?: number;
}

/** `spec.clusterType`: what Palette manages of a cluster; all but the first were imported. */
export type ClusterType =
  'PureManage' | 'AlloyMonitor' | 'AlloyAssist' | 'AlloyExtend';

/** A host cluster, or a virtual one. */
export interface Cluster {
  uid: string;
  name: string;
  projectUid: string;
  cloudType: CloudType;
  clusterType: ClusterType;
  region: string;
  state: ClusterState;
  health: Health;
  kubernetesVersion: string;
  profileUids: string[];
  cloudAccountUid?: string;
  labels: Record<string, string>;
  location: { latitude: number; longitude: number; country: string };
  pools: NodePool[];
  kubeconfig: KubeconfigKind;
  /** Its agent may not be upgraded (an annotation says so). */
  upgradesPaused?: boolean;
  createdAt: string;
  /** When what a call has begun is finished (ms). */
  settlesAt?: number;
  /** When its deletion began (ms). */
  deletionBeganAt?: number;
  /** The profiles that it still runs, where it is to have others. */
  runningProfileUids?: string[];
  /** The profiles whose packs are being installed. */
  updating?: string[];
  /** A replacement of its nodes, once something was done about one. */
  repave?: {
    state: 'Pending' | 'Approved' | 'Reverted';
    reasons: { current: Pack; target: Pack }[];
  };
  /** Values that differ from the defaults, by profile uid and name. */
  variables?: Record<string, Record<string, string>>;
  /** Logs that were asked for, and when (ms). */
  logRequests?: { uid: string; requestedAt: number; lines: number }[];
  /** Why it is not well, one sentence. */
  problem?: string;
  virtual?: {
    clusterGroupUid: string;
    hostClusterUid: string;
    lifecycle: 'Running' | 'Paused' | 'Pausing' | 'Resuming' | 'Error';
  };
}

/** Hosts that take virtual clusters. */
export interface ClusterGroup {
  uid: string;
  name: string;
  scope: 'tenant' | 'project';
  projectUid?: string;
  description: string;
  endpointType: 'Ingress' | 'LoadBalancer';
  /** One that isn't counts as gone. */
  isActive: boolean;
  hostClusterUids: string[];
  /** Add-on profiles that each virtual cluster gets. */
  profileUids: string[];
  cpuMilliCore: number;
  memoryMiB: number;
  storageGiB: number;
  createdAt: string;
}

/** Where in the stack a pack is. */
export type PackLayer = 'kernel' | 'os' | 'k8s' | 'cni' | 'csi' | 'addon';

/** Kubernetes objects that a pack brings. */
export interface Manifest {
  uid: string;
  name: string;
  content: string;
}

/** One pack at one version. */
export interface Pack {
  uid: string;
  name: string;
  displayName: string;
  layer: PackLayer;
  type: 'spectro' | 'helm' | 'manifest' | 'oci';
  version: string;
  values: string;
  manifests: Manifest[];
}

/** Something that a profile asks for when a cluster is made. */
export interface Variable {
  name: string;
  displayName: string;
  description: string;
  format: 'string' | 'number' | 'boolean' | 'ipv4cidr' | 'version' | 'base64';
  defaultValue: string;
  required: boolean;
  immutable: boolean;
  hidden: boolean;
  isSensitive: boolean;
  regex?: string;
  options?: { label: string; value: string; default?: boolean }[];
}

/** One version of a profile; each version has a uid of its own. */
export interface Profile {
  uid: string;
  name: string;
  version: string;
  description: string;
  type: 'cluster' | 'infra' | 'add-on' | 'system';
  cloudType: CloudType | 'all';
  scope: 'tenant' | 'project' | 'system';
  projectUid?: string;
  published: boolean;
  packs: Pack[];
  variables: Variable[];
  createdAt: string;
}

/** Clouds that have accounts. */
export type AccountCloud = 'aws' | 'azure' | 'gcp' | 'maas' | 'vsphere';

/** Access to a cloud; its credentials are made up in `api/views/cloudAccount.ts`. */
export interface CloudAccount {
  uid: string;
  name: string;
  cloud: AccountCloud;
  projectUid?: string;
  accountId: string;
  overlordUid?: string;
  createdAt: string;
}

/** A private cloud gateway. */
export interface Overlord {
  uid: string;
  name: string;
  cloudAccountUid: string;
  state: ClusterState;
  health: Health;
  isSystem: boolean;
  createdAt: string;
}

/** A public key for machines. */
export interface SshKey {
  uid: string;
  name: string;
  publicKey: string;
  createdAt: string;
}
