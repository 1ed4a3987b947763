import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  ClusterGroup,
  ClusterProfile,
  PaletteTeam,
  PaletteUser,
  Project,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** An object of Palette, with its kind. @public */
export type PaletteObject =
  | { kind: 'project'; project: Project }
  | { kind: 'cluster'; cluster: VirtualClusterSummary }
  | { kind: 'clusterGroup'; clusterGroup: ClusterGroup }
  | { kind: 'profile'; profile: ClusterProfile }
  | { kind: 'user'; user: PaletteUser }
  | { kind: 'team'; team: PaletteTeam };

/**
 * Changes the entity that is made of an object of Palette.
 *
 * @param entity - as it would be without
 * @param source - the object, and the name of its entry in `spectrocloud.environments`
 * @returns the entity to use, or undefined to leave the object out
 * @public
 */
export type PaletteEntityTransformer = (
  entity: Entity,
  source: PaletteObject & { instance: string },
) => Promise<Entity | undefined> | Entity | undefined;

/** Takes transformers, which run in the order in which they were added. @public */
export interface PaletteEntitiesExtensionPoint {
  /** Adds one, for all kinds of objects. */
  addTransformer(transformer: PaletteEntityTransformer): void;
}

/** Where another module of the catalog adds its transformers. @public */
export const paletteEntitiesExtensionPoint =
  createExtensionPoint<PaletteEntitiesExtensionPoint>({
    id: 'catalog.spectrocloud.entities',
  });
