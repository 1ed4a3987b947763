/*
 * Types only, those of the schemas among them, which the others are inferred from:
 * their values are at the entry point `schemas`, so that front ends don't load zod.
 */
export type {
  ClusterCost,
  clusterCostSchema,
  ClusterMetric,
  clusterMetricSchema,
  ClusterOidc,
  clusterOidcSchema,
  ClusterWorkload,
  clusterWorkloadSchema,
  Machine,
  machineSchema,
  NodePool,
  nodePoolSchema,
} from './clusterDetails';
export type {
  ClusterHealth,
  clusterHealthSchema,
  ClusterMeta,
  clusterMetaSchema,
  ClusterState,
  clusterStateSchema,
  ClusterSummary,
  clusterSummarySchema,
  VirtualClusterSummary,
  virtualClusterSummarySchema,
} from './clusterList';
export type {
  ClusterBackup,
  clusterBackupSchema,
  ClusterCertificate,
  clusterCertificateSchema,
  ClusterRepave,
  clusterRepaveSchema,
  ClusterScan,
  clusterScanSchema,
  ProfileUpdate,
  profileUpdateSchema,
} from './clusterUpkeep';
export type {
  AttachedProfile,
  attachedProfileSchema,
  Cluster,
  ClusterCondition,
  clusterConditionSchema,
  ClusterEvent,
  clusterEventSchema,
  ClusterGroup,
  clusterGroupSchema,
  clusterSchema,
  MachinePool,
  machinePoolSchema,
} from './clusters';
export type {
  metadataSchema,
  PaletteMetadata,
  PaletteReference,
  referenceSchema,
} from './common';
export type {
  ClusterCreation,
  clusterCreationSchema,
  ClusterFinding,
  clusterFindingSchema,
  ClusterValidation,
  clusterValidationSchema,
  CreatableCloudType,
  CreatedCluster,
  createdClusterSchema,
  NewCluster,
  virtualClusterCreationSchema,
} from './creation';
export type {
  CloudAccount,
  cloudAccountSchema,
  IpPool,
  ipPoolSchema,
  Overlord,
  overlordSchema,
  VsphereComputeClusterResources,
  vsphereComputeClusterResourcesSchema,
  VsphereDatacenter,
  vsphereDatacenterSchema,
} from './infrastructure';
export type { KubeconfigKind, kubeconfigKindSchema } from './kubeconfig';
export type {
  PaletteTeam,
  paletteTeamSchema,
  PaletteUser,
  paletteUserSchema,
} from './people';
export type {
  KubernetesAccess,
  KubernetesAccessGap,
  kubernetesAccessGapSchema,
  kubernetesAccessSchema,
  KubernetesCluster,
  kubernetesClusterSchema,
} from './kubernetes';
export type {
  ClusterProfile,
  ClusterProfileOfCluster,
  clusterProfileOfClusterSchema,
  clusterProfileSchema,
  PackManifest,
  packManifestSchema,
  ProfilePack,
  profilePackSchema,
  ProfileSearch,
  profileSearchSchema,
  ProfileVariable,
  profileVariableSchema,
} from './profiles';
export type {
  PaletteVisibility,
  paletteVisibilitySchema,
  Project,
  projectSchema,
  SpectroCloudUser,
  spectroCloudUserSchema,
  SshKey,
  sshKeySchema,
  UserProject,
  userProjectSchema,
} from './users';
