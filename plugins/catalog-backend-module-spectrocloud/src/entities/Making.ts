import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  PaletteMetadata,
  PaletteTeam,
  Project,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import type { Inventory } from '../inventory/readInventory';
import { toEntityName } from './fitting';
import { resourceRefOf } from './paletteMetadata';
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
  /** Uids of teams, by the uid of a user. */
  teamsOf: ReadonlyMap<string, string[]>;
  /** References of the groups of teams, by uid. */
  groups: ReadonlyMap<string, string>;
  /** References of users whom the catalog has of another provider, by Palette's uid. */
  existingUsers: ReadonlyMap<string, string>;
}

/** Finds out what the entities of an inventory have to say of each other. */
export async function prepare(
  inventory: Inventory,
  families: ProfileFamily[],
  options: {
    config: ProviderConfig;
    owners: Owners;
    existingUsers: ReadonlyMap<string, string>;
    /** Uids of what the catalog has already, beside the inventory. */
    knownUids?: string[];
  },
): Promise<Making> {
  const { config, owners, existingUsers, knownUids = [] } = options;
  const { projects, clusters, clusterGroups, allProjects } = inventory;
  const byUid = new Map(allProjects.map(one => [one.metadata.uid, one]));
  const owned = [
    ...projects.map(project => ({ metadata: project.metadata, project })),
    ...[
      ...clusterGroups.map(({ metadata }) => metadata),
      ...families.map(({ uid, latest }) => ({ ...latest.metadata, uid })),
    ].map(metadata => ({
      metadata,
      project: byUid.get(metadata.annotations?.projectUid ?? ''),
    })),
    ...clusters.map(({ metadata, spec }) => ({
      metadata,
      project: byUid.get(spec.projectUid ?? ''),
    })),
  ];
  const profilesOf = new Map<string, ProfileFamily[]>();
  for (const family of families) {
    for (const uid of family.clusterUids) {
      profilesOf.set(uid, [...(profilesOf.get(uid) ?? []), family]);
    }
  }
  const groups = toGroups(config, inventory.teams);
  return {
    config,
    tenantUid: inventory.tenantUid,
    owners: await owners.of(owned, groups),
    projects: byUid,
    profilesOf,
    uids: new Set([...owned.map(one => one.metadata.uid), ...knownUids]),
    teamsOf: toTeamsOf(inventory),
    groups: groups.byUid,
    existingUsers,
  };
}

/** References of the groups that a Palette's teams become. */
export interface TeamGroups {
  byUid: ReadonlyMap<string, string>;
  byName: ReadonlyMap<string, string>;
}

function toGroups(config: ProviderConfig, teams: PaletteTeam[]): TeamGroups {
  const refs = teams.map(({ metadata }) => ({
    ...metadata,
    ref: stringifyEntityRef({
      kind: 'group',
      namespace: config.namespace,
      name: toEntityName(metadata.uid),
    }),
  }));
  return {
    byUid: new Map(refs.map(({ uid, ref }) => [uid, ref])),
    byName: new Map(refs.map(({ name, ref }) => [name, ref])),
  };
}

/** Both say who is in which team, and either may be without it. */
function toTeamsOf({
  users,
  teams,
}: Pick<Inventory, 'users' | 'teams'>): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const add = (userUid: string, teamUid: string) =>
    found.set(userUid, (found.get(userUid) ?? new Set()).add(teamUid));
  for (const { metadata, spec } of users) {
    spec.teams.forEach(team => add(metadata.uid, team.uid));
  }
  for (const { metadata, spec } of teams) {
    spec.userUids.forEach(userUid => add(userUid, metadata.uid));
  }
  return new Map([...found].map(([uid, uids]) => [uid, [...uids].sort()]));
}

/** Reference of the group of a team, where there is one. */
export function groupOf(
  { groups }: Making,
  teamUid: string,
): string | undefined {
  return groups.get(teamUid);
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
  return uids.has(uid) ? resourceRefOf(config, uid) : undefined;
}
