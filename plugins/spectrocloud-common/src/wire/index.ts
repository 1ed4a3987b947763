export type {
  AttachedProfile,
  Cluster,
  ClusterCondition,
  ClusterEvent,
  ClusterGroup,
  ClusterHealth,
  ClusterSummary,
  MachinePool,
  VirtualClusterSummary,
} from './clusters';
export type { PaletteMetadata, PaletteReference } from './common';
export type {
  ClusterCreation,
  ClusterFinding,
  ClusterValidation,
  CreatableCloudType,
  CreatedCluster,
  NewCluster,
} from './creation';
export type {
  CloudAccount,
  IpPool,
  Overlord,
  VsphereComputeClusterResources,
  VsphereDatacenter,
} from './infrastructure';
export type { KubeconfigKind } from './kubeconfig';
export type {
  ClusterProfile,
  ClusterProfileOfCluster,
  PackManifest,
  ProfilePack,
  ProfileSearch,
  ProfileVariable,
} from './profiles';
export type { Project, SpectroCloudUser, SshKey, UserProject } from './users';
