/**
 * Schemas of what the `spectrocloud` backend plugin takes and answers, for those that check it at run time.
 *
 * Apart from the main entry point, so that front ends don't load zod.
 *
 * @packageDocumentation
 */

export {
  changeReasonSchema,
  clusterChangeSchema,
  clusterDeletionSchema,
  clusterLifecycleChangeSchema,
  clusterMetadataChangeSchema,
  forcedClusterDeletionSchema,
  nodePoolResizeSchema,
} from './wire/clusterChanges';
export {
  clusterProfileRemovalSchema,
  clusterProfilesChangeSchema,
  clusterProfilesCheckSchema,
  clusterProfileVariablesSchema,
  clusterVariableSchema,
  clusterVariablesChangeSchema,
  packValuesSchema,
  profileChangeSchema,
  profilesValidationSchema,
  repaveReasonSchema,
  variableValueSchema,
} from './wire/clusterProfileChanges';
export {
  clusterImportManifestSchema,
  clusterNamespaceSchema,
  clusterRoleBindingSchema,
} from './wire/clusterAccess';
export {
  clusterCostSchema,
  clusterMetricSchema,
  clusterOidcSchema,
  clusterWorkloadSchema,
  machineSchema,
  nodePoolSchema,
} from './wire/clusterDetails';
export {
  clusterLogsOrderSchema,
  clusterLogsProgressSchema,
  orderedClusterLogsSchema,
} from './wire/clusterLogs';
export {
  clusterBackupSchema,
  clusterCertificateSchema,
  clusterRepaveSchema,
  clusterScanRunSchema,
  clusterScanSchema,
  profileUpdateSchema,
} from './wire/clusterUpkeep';
export {
  clusterHealthSchema,
  clusterMetaSchema,
  clusterStateSchema,
  clusterSummarySchema,
  virtualClusterSummarySchema,
} from './wire/clusterList';
export {
  attachedProfileSchema,
  clusterConditionSchema,
  clusterEventSchema,
  clusterGroupSchema,
  clusterSchema,
  machinePoolSchema,
} from './wire/clusters';
export {
  cloudNameSchema,
  metadataSchema,
  referenceSchema,
} from './wire/common';
export {
  clusterCreationSchema,
  clusterFindingSchema,
  clusterValidationSchema,
  createdClusterSchema,
  newClusterMetadataSchema,
  virtualClusterCreationSchema,
} from './wire/creation';
export {
  cloudAccountSchema,
  ipPoolSchema,
  overlordSchema,
  vsphereComputeClusterResourcesSchema,
  vsphereDatacenterSchema,
} from './wire/infrastructure';
export { kubeconfigKindSchema } from './wire/kubeconfig';
export {
  fleetNotificationsSchema,
  paletteNotificationSchema,
} from './wire/notifications';
export {
  clusterRateSchema,
  placementKindSchema,
  placementOptionSchema,
} from './wire/placement';
export { paletteTeamSchema, paletteUserSchema } from './wire/people';
export {
  kubernetesAccessGapSchema,
  kubernetesAccessSchema,
  kubernetesClusterSchema,
} from './wire/kubernetes';
export { profileExportFormatSchema } from './wire/profileExport';
export {
  clusterProfileOfClusterSchema,
  clusterProfileSchema,
  packManifestSchema,
  profilePackSchema,
  profileSearchSchema,
  profileVariableSchema,
} from './wire/profiles';
export {
  projectSchema,
  paletteVisibilitySchema,
  spectroCloudUserSchema,
  sshKeySchema,
  userProjectSchema,
} from './wire/users';
