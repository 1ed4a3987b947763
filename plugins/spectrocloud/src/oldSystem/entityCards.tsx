import { createComponentExtension } from '@backstage/core-plugin-api';
import type { ComponentType, ReactElement } from 'react';
import { OldAppRouting } from './OldAppRouting';
import { oldPlugin } from './oldPlugin';

/** A component for an entity page of an app of the old front-end system, loaded when it is shown. */
function entityComponent(
  name: string,
  load: () => Promise<ComponentType>,
): () => ReactElement {
  return oldPlugin.provide(
    createComponentExtension({
      name,
      component: {
        lazy: async () => {
          const Component = await load();
          return () => (
            <OldAppRouting>
              <Component />
            </OldAppRouting>
          );
        },
      },
    }),
  );
}

/**
 * The cluster that the entity names.
 *
 * @public
 */
export const EntitySpectroCloudClusterCard = entityComponent(
  'EntitySpectroCloudClusterCard',
  async () => (await import('../entity/ClusterEntityCard')).ClusterEntityCard,
);

/**
 * The virtual cluster that the entity names.
 *
 * @public
 */
export const EntitySpectroCloudVirtualClusterCard = entityComponent(
  'EntitySpectroCloudVirtualClusterCard',
  async () =>
    (await import('../entity/ClusterEntityCard')).VirtualClusterEntityCard,
);

/**
 * The cluster profile that the entity names.
 *
 * @public
 */
export const EntitySpectroCloudProfileCard = entityComponent(
  'EntitySpectroCloudProfileCard',
  async () => (await import('../entity/ProfileEntityCard')).ProfileEntityCard,
);

/**
 * The cluster group that the entity names.
 *
 * @public
 */
export const EntitySpectroCloudClusterGroupCard = entityComponent(
  'EntitySpectroCloudClusterGroupCard',
  async () =>
    (await import('../entity/ClusterGroupEntityCard')).ClusterGroupEntityCard,
);

/**
 * The project that the entity is.
 *
 * @public
 */
export const EntitySpectroCloudProjectCard = entityComponent(
  'EntitySpectroCloudProjectCard',
  async () => (await import('../entity/ProjectEntityCard')).ProjectEntityCard,
);

/**
 * The clusters that a component depends on, or that a system has.
 *
 * @public
 */
export const EntitySpectroCloudClustersCard = entityComponent(
  'EntitySpectroCloudClustersCard',
  async () =>
    (await import('../entity/DependedClustersCard')).DependedClustersCard,
);

/**
 * How the user stands with the clusters at which the entity's workloads are looked for.
 *
 * @public
 */
export const EntitySpectroCloudKubernetesAccessCard = entityComponent(
  'EntitySpectroCloudKubernetesAccessCard',
  async () =>
    (await import('../kubernetesAccess/EntityAccessCard')).EntityAccessCard,
);

/**
 * The tab of an entity: everything about what it names.
 *
 * @public
 */
export const EntitySpectroCloudContent = entityComponent(
  'EntitySpectroCloudContent',
  async () =>
    (await import('../entity/PaletteEntityContent')).PaletteEntityContent,
);
