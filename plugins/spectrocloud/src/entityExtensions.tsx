import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { ComponentType } from 'react';
import { configApiRef, discoveryApiRef, fetchApiRef } from './coreApiRefs';
import {
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
import { QuietPalette, quietPaletteRef } from './QuietPalette';
import { pageTitle } from './pageTitle';
import { NewAppRouting } from './routing/NewAppRouting';

const quietPalette = ApiBlueprint.make({
  name: 'quiet',
  params: defineParams =>
    defineParams({
      api: quietPaletteRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        authApi: spectroCloudAuthApiRef,
      },
      factory: deps => QuietPalette.create(deps),
    }),
});

/** A card of the catalog's entity pages; its filter knows the app's annotation prefix. */
function entityCard(options: {
  name: string;
  isFor: (entity: Entity, context: SpectroCloudConditionContext) => boolean;
  load: () => Promise<ComponentType>;
}) {
  const { name, isFor, load } = options;
  return EntityCardBlueprint.makeWithOverrides({
    name,
    factory: (make, { apis }) =>
      make({
        type: 'content',
        filter: entity => isFor(entity, { apis }),
        loader: async () => {
          const Card = await load();
          return (
            <NewAppRouting>
              <Card />
            </NewAppRouting>
          );
        },
      }),
  });
}

const clusterCard = entityCard({
  name: 'cluster',
  isFor: isSpectroCloudClusterAvailable,
  load: async () =>
    (await import('./entity/ClusterEntityCard')).ClusterEntityCard,
});

const virtualClusterCard = entityCard({
  name: 'virtual-cluster',
  isFor: isSpectroCloudVirtualClusterAvailable,
  load: async () =>
    (await import('./entity/ClusterEntityCard')).VirtualClusterEntityCard,
});

const profileCard = entityCard({
  name: 'profile',
  isFor: isSpectroCloudProfileAvailable,
  load: async () =>
    (await import('./entity/ProfileEntityCard')).ProfileEntityCard,
});

const clusterGroupCard = entityCard({
  name: 'cluster-group',
  isFor: isSpectroCloudClusterGroupAvailable,
  load: async () =>
    (await import('./entity/ClusterGroupEntityCard')).ClusterGroupEntityCard,
});

const projectCard = entityCard({
  name: 'project',
  isFor: isSpectroCloudProjectAvailable,
  load: async () =>
    (await import('./entity/ProjectEntityCard')).ProjectEntityCard,
});

const clustersCard = entityCard({
  name: 'clusters',
  isFor: mayHaveSpectroCloudClusters,
  load: async () =>
    (await import('./entity/DependedClustersCard')).DependedClustersCard,
});

const kubernetesAccessCard = entityCard({
  name: 'kubernetes-access',
  isFor: isSpectroCloudKubernetesAccessAvailable,
  load: async () =>
    (await import('./kubernetesAccess/EntityAccessCard')).EntityAccessCard,
});

const content = EntityContentBlueprint.makeWithOverrides({
  name: 'palette',
  factory: (make, { apis }) =>
    make({
      path: 'palette',
      title: pageTitle('page'),
      group: 'deployment',
      filter: entity => isSpectroCloudAvailable(entity, { apis }),
      loader: async () => {
        const { PaletteEntityContent } =
          await import('./entity/PaletteEntityContent');
        return (
          <NewAppRouting>
            <PaletteEntityContent />
          </NewAppRouting>
        );
      },
    }),
});

/** What the catalog's entity pages get. */
export const entityExtensions = [
  quietPalette,
  clusterCard,
  virtualClusterCard,
  profileCard,
  clusterGroupCard,
  projectCard,
  clustersCard,
  kubernetesAccessCard,
  content,
];
