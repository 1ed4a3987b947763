import type { Entity } from '@backstage/catalog-model';
import type { PaletteUser } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import type { Inventory } from '../inventory/readInventory';
import type { MatchedUsers } from '../people/matchUsers';
import { prepare } from './Making';
import type { Owners } from './Owners';
import { toProfileFamilies } from './profileFamilies';
import { toCluster } from './toCluster';
import { toClusterGroup } from './toClusterGroup';
import { toProfile } from './toProfile';
import { toGroup } from './toGroup';
import { toSystem } from './toSystem';
import { toUser } from './toUser';
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
    /** Whom of Palette's users the catalog has of another provider. */
    matched: MatchedUsers;
    /** Uids of what the catalog has already, beside the inventory. */
    knownUids?: string[];
  },
): Promise<Entity[]> {
  const { config, matched, transformers } = options;
  const families = toProfileFamilies(inventory.profiles);
  const making = await prepare(inventory, families, {
    ...options,
    existingUsers: matched.refs,
  });
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
    ...inventory.teams.map(team => ({
      entity: toGroup(making, team),
      source: { kind: 'team' as const, team },
    })),
    ...usersOf(inventory, options).map(user => ({
      entity: toUser(making, user),
      source: { kind: 'user' as const, user },
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

/** Those who become entities: nobody is in the catalog twice. */
function usersOf(
  { users }: Inventory,
  { config, matched }: { config: ProviderConfig; matched: MatchedUsers },
): PaletteUser[] {
  return config.kinds.has('users')
    ? users.filter(
        ({ metadata: { uid } }) =>
          !matched.refs.has(uid) && !matched.ambiguous.has(uid),
      )
    : [];
}
