/*
 * Types only, those of the schemas among them, which the others are inferred from:
 * their values are at the entry point `schemas`, so that front ends don't load zod.
 */
export type {
  ChangeReason,
  changeReasonSchema,
  ClusterChange,
  clusterChangeSchema,
  ClusterDeletion,
  clusterDeletionSchema,
  ClusterLifecycleChange,
  clusterLifecycleChangeSchema,
  ClusterMetadataChange,
  clusterMetadataChangeSchema,
  ForcedClusterDeletion,
  forcedClusterDeletionSchema,
  NodePoolResize,
  nodePoolResizeSchema,
} from './clusterChanges';
export type {
  ClusterProfileRemoval,
  clusterProfileRemovalSchema,
  ClusterProfilesChange,
  clusterProfilesChangeSchema,
  ClusterProfilesCheck,
  clusterProfilesCheckSchema,
  ClusterProfileVariables,
  clusterProfileVariablesSchema,
  ClusterVariable,
  ClusterVariablesChange,
  clusterVariablesChangeSchema,
  clusterVariableSchema,
  PackValues,
  packValuesSchema,
  ProfileChange,
  profileChangeSchema,
  ProfilesValidation,
  profilesValidationSchema,
  RepaveReason,
  repaveReasonSchema,
  VariableValue,
  variableValueSchema,
} from './clusterProfileChanges';
export type {
  ClusterImportManifest,
  clusterImportManifestSchema,
  ClusterNamespace,
  clusterNamespaceSchema,
  ClusterRoleBinding,
  clusterRoleBindingSchema,
} from './clusterAccess';
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
  ClusterLogsOrder,
  clusterLogsOrderSchema,
  ClusterLogsProgress,
  clusterLogsProgressSchema,
  OrderedClusterLogs,
  orderedClusterLogsSchema,
} from './clusterLogs';
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
  ClusterScanRun,
  clusterScanRunSchema,
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
  ClusterRate,
  clusterRateSchema,
  PlacementKind,
  placementKindSchema,
  PlacementOption,
  placementOptionSchema,
} from './placement';
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
  FleetNotifications,
  fleetNotificationsSchema,
  PaletteNotification,
  paletteNotificationSchema,
} from './notifications';
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
  ProfileExportFormat,
  profileExportFormatSchema,
} from './profileExport';
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
