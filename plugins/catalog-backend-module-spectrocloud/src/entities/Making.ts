import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  PaletteMetadata,
  Project,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import type { Inventory } from '../inventory/readInventory';
import { toEntityName } from './fitting';
import type { Owners } from './Owners';
import type { ProfileFamily } from './profileFamilies';

export const API_VERSION = 'backstage.io/v1alpha1';

/** What is known while entities are made. */
export interface Making {
  config: ProviderConfig;
  tenantUid: string;
  owners: ReadonlyMap<string, string>;
  projects: ReadonlyMap<string, Project>;
  /** By the uid of a cluster. */
  profilesOf: ReadonlyMap<string, ProfileFamily[]>;
  /** Uids of what becomes an entity: nothing refers to anything else. */
  uids: ReadonlySet<string>;
}

/** Finds out what the entities of an inventory have to say of each other. */
export async function prepare(
  inventory: Inventory,
  families: ProfileFamily[],
  { config, owners }: { config: ProviderConfig; owners: Owners },
): Promise<Making> {
  const { projects, clusters, clusterGroups, allProjects } = inventory;
  const byUid = new Map(allProjects.map(one => [one.metadata.uid, one]));
  const owned = [
    ...[...projects, ...clusterGroups].map(({ metadata }) => metadata),
    ...families.map(({ uid, latest }) => ({ ...latest.metadata, uid })),
  ].map(metadata => ({
    metadata,
    project: byUid.get(metadata.annotations?.projectUid ?? '')?.metadata,
  }));
  const ownedClusters = clusters.map(({ metadata, spec }) => ({
    metadata,
    project: byUid.get(spec.projectUid ?? '')?.metadata,
  }));
  const profilesOf = new Map<string, ProfileFamily[]>();
  for (const family of families) {
    for (const uid of family.clusterUids) {
      profilesOf.set(uid, [...(profilesOf.get(uid) ?? []), family]);
    }
  }
  return {
    config,
    tenantUid: inventory.tenantUid,
    owners: await owners.of([...owned, ...ownedClusters]),
    projects: byUid,
    profilesOf,
    uids: new Set([...owned, ...ownedClusters].map(one => one.metadata.uid)),
  };
}

/** The project of what isn't the whole tenant's. */
export function projectOf({
  annotations,
}: PaletteMetadata): string | undefined {
  return annotations?.scope === 'tenant' ? undefined : annotations?.projectUid;
}

/** What the entities of a project’s objects say of it. */
export function projectAnnotations(
  { projects }: Making,
  projectUid: string | undefined,
): Record<string, string | undefined> {
  return {
    'project-uid': projectUid,
    'project-name': projects.get(projectUid ?? '')?.metadata.name,
  };
}

/** Reference of the owner of an object. */
export function ownerOf({ config, owners }: Making, uid: string): string {
  return owners.get(uid) ?? config.owners.default;
}

/** Reference of a project’s entity, where there is one. */
export function systemOf(
  { config, uids }: Making,
  projectUid: string | undefined,
): string | undefined {
  return projectUid && uids.has(projectUid)
    ? `${config.namespace}/${toEntityName(projectUid)}`
    : undefined;
}

/** Reference of the entity of an object that is no project, where there is one. */
export function referTo(
  { config, uids }: Making,
  uid: string,
): string | undefined {
  return uids.has(uid)
    ? stringifyEntityRef({
        kind: 'resource',
        namespace: config.namespace,
        name: toEntityName(uid),
      })
    : undefined;
}
