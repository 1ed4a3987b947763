import type { Entity } from '@backstage/catalog-model';
import type { ProviderConfig } from '../config/ProviderConfig';
import type { Inventory } from '../inventory/readInventory';
import { prepare } from './Making';
import type { Owners } from './Owners';
import { toProfileFamilies } from './profileFamilies';
import { toCluster } from './toCluster';
import { toClusterGroup } from './toClusterGroup';
import { toProfile } from './toProfile';
import { toSystem } from './toSystem';
import type { PaletteEntityTransformer, PaletteObject } from './transformers';

/**
 * The entities of an inventory.
 *
 * @param options - `transformers` have the last word on each
 */
export async function toEntities(
  inventory: Inventory,
  options: {
    config: ProviderConfig;
    owners: Owners;
    transformers: PaletteEntityTransformer[];
  },
): Promise<Entity[]> {
  const { config, transformers } = options;
  const families = toProfileFamilies(inventory.profiles);
  const making = await prepare(inventory, families, options);
  const made: Array<{ entity: Entity; source: PaletteObject }> = [
    ...inventory.projects.map(project => ({
      entity: toSystem(making, project),
      source: { kind: 'project' as const, project },
    })),
    ...inventory.clusters.map(cluster => ({
      entity: toCluster(making, cluster),
      source: { kind: 'cluster' as const, cluster },
    })),
    ...inventory.clusterGroups.map(clusterGroup => ({
      entity: toClusterGroup(making, clusterGroup),
      source: { kind: 'clusterGroup' as const, clusterGroup },
    })),
    ...families.map(family => ({
      entity: toProfile(making, family),
      source: { kind: 'profile' as const, profile: family.latest },
    })),
  ];
  const entities: Entity[] = [];
  for (const { entity, source } of made) {
    let changed: Entity | undefined = entity;
    for (const transform of transformers) {
      changed =
        changed &&
        (await transform(changed, { ...source, instance: config.instance }));
    }
    if (changed) entities.push(changed);
  }
  return entities;
}
