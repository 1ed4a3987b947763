import type { Entity } from '@backstage/catalog-model';
import type { ApiHolder } from '@backstage/core-plugin-api';
import { configApiRef } from '../coreApiRefs';
import { kubernetesApiRef } from '../kubernetesAccess/kubernetesApi';
import {
  namesCluster,
  namesProject,
  type PaletteAnnotations,
  readAnnotations,
} from './annotations';
import { readAnnotationPrefix } from './readAnnotationPrefix';

/**
 * What a condition may know beside the entity.
 *
 * @public
 */
export interface SpectroCloudConditionContext {
  /** The app's APIs, as `EntitySwitch` gives them; they know `spectrocloud.annotationPrefix`. */
  apis?: ApiHolder;
  /** The prefix itself, where there are no APIs at hand, as in `EntityLayout.Route`. */
  annotationPrefix?: string;
}

function annotationsOf(
  entity: Entity,
  context: SpectroCloudConditionContext = {},
): PaletteAnnotations {
  const prefix =
    context.annotationPrefix ??
    readAnnotationPrefix(context.apis?.get(configApiRef));
  return readAnnotations(entity, prefix);
}

/**
 * Whether the entity names a cluster of Palette.
 *
 * @public
 */
export function isSpectroCloudClusterAvailable(
  entity: Entity,
  context?: SpectroCloudConditionContext,
): boolean {
  return namesCluster(annotationsOf(entity, context));
}

/**
 * Whether the entity names a virtual cluster of Palette.
 *
 * @public
 */
export function isSpectroCloudVirtualClusterAvailable(
  entity: Entity,
  context?: SpectroCloudConditionContext,
): boolean {
  return Boolean(annotationsOf(entity, context).virtualClusterUid);
}

/**
 * Whether the entity names a cluster profile of Palette.
 *
 * @public
 */
export function isSpectroCloudProfileAvailable(
  entity: Entity,
  context?: SpectroCloudConditionContext,
): boolean {
  return Boolean(annotationsOf(entity, context).profileUid);
}

/**
 * Whether the entity names a cluster group of Palette.
 *
 * @public
 */
export function isSpectroCloudClusterGroupAvailable(
  entity: Entity,
  context?: SpectroCloudConditionContext,
): boolean {
  return Boolean(annotationsOf(entity, context).clusterGroupUid);
}

/**
 * Whether the entity is a project of Palette, and not something in one.
 *
 * @public
 */
export function isSpectroCloudProjectAvailable(
  entity: Entity,
  context?: SpectroCloudConditionContext,
): boolean {
  return namesProject(annotationsOf(entity, context));
}

/**
 * Whether the entity names anything of Palette that there is a card for.
 *
 * @public
 */
export function isSpectroCloudAvailable(
  entity: Entity,
  context?: SpectroCloudConditionContext,
): boolean {
  return [
    isSpectroCloudClusterAvailable,
    isSpectroCloudVirtualClusterAvailable,
    isSpectroCloudProfileAvailable,
    isSpectroCloudClusterGroupAvailable,
    isSpectroCloudProjectAvailable,
  ].some(condition => condition(entity, context));
}

/**
 * Whether the entity may have clusters among what it depends on, or among its parts.
 *
 * @public
 */
export function mayHaveSpectroCloudClusters({
  kind,
  relations = [],
}: Entity): boolean {
  const leadsOn = ({ type, targetRef }: { type: string; targetRef: string }) =>
    (type === 'dependsOn' && targetRef.startsWith('resource:')) ||
    (type === 'hasPart' && kind.toLowerCase() === 'system');
  return (
    ['component', 'system'].includes(kind.toLowerCase()) &&
    relations.some(leadsOn)
  );
}

/** By one of which the Kubernetes plugin finds the workloads of an entity. */
const WORKLOAD_ANNOTATIONS = [
  'backstage.io/kubernetes-id',
  'backstage.io/kubernetes-label-selector',
];

/**
 * Whether the entity has workloads at clusters, and the app the Kubernetes plugin, as far as
 * `apis` tell.
 *
 * @public
 */
export function isSpectroCloudKubernetesAccessAvailable(
  { metadata }: Entity,
  { apis }: SpectroCloudConditionContext = {},
): boolean {
  return (
    WORKLOAD_ANNOTATIONS.some(name => metadata.annotations?.[name]) &&
    (!apis || apis.get(kubernetesApiRef) !== undefined)
  );
}
