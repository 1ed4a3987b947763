/**
 * SpectroCloud Palette in Backstage: its clusters, projects and profiles as pages, and as cards and a tab of the catalog's entities.
 *
 * @packageDocumentation
 */

export {
  isSpectroCloudAvailable,
  isSpectroCloudClusterAvailable,
  isSpectroCloudClusterGroupAvailable,
  isSpectroCloudKubernetesAccessAvailable,
  isSpectroCloudProfileAvailable,
  isSpectroCloudProjectAvailable,
  isSpectroCloudVirtualClusterAvailable,
  mayHaveSpectroCloudClusters,
  type SpectroCloudConditionContext,
} from './entity/conditions';
export {
  EntitySpectroCloudClusterCard,
  EntitySpectroCloudClusterGroupCard,
  EntitySpectroCloudClustersCard,
  EntitySpectroCloudContent,
  EntitySpectroCloudKubernetesAccessCard,
  EntitySpectroCloudProfileCard,
  EntitySpectroCloudProjectCard,
  EntitySpectroCloudVirtualClusterCard,
} from './oldSystem/entityCards';
export * from './oldSystem/formerNames';
export { SpectroCloudPage } from './oldSystem/SpectroCloudPage';
export { spectroCloudPlugin, spectroCloudPlugin as default } from './plugin';
export { spectroCloudTranslationRef } from './translation';
