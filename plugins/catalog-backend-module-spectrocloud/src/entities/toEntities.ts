import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  ClusterGroup,
  PaletteMetadata,
  Project,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import type { Inventory } from '../inventory/readInventory';
import { toEntityName } from './fitting';
import type { Owners } from './Owners';
import { toEntityMetadata } from './paletteMetadata';
import { type ProfileFamily, toProfileFamilies } from './profileFamilies';
import type { PaletteEntityTransformer, PaletteObject } from './transformers';

const API_VERSION = 'backstage.io/v1alpha1';
const CLUSTER = 'kubernetes-cluster';
const CLUSTER_GROUP = 'kubernetes-cluster-group';
const PROFILE = 'palette-cluster-profile';

/** What is known while entities are made. */
interface Making {
  config: ProviderConfig;
  tenantUid: string;
  owners: ReadonlyMap<string, string>;
  projects: ReadonlyMap<string, Project>;
  /** By the uid of a cluster. */
  profilesOf: ReadonlyMap<string, ProfileFamily[]>;
  /** Uids of what becomes an entity: nothing refers to anything else. */
  uids: ReadonlySet<string>;
}

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

async function prepare(
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

function toSystem(making: Making, { metadata }: Project): Entity {
  const { uid, name } = metadata;
  return {
    apiVersion: API_VERSION,
    kind: 'System',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      annotations: {
        own: { 'project-uid': uid, 'project-name': name },
        others: { 'project-id': uid },
      },
      consolePath: `/projects/${uid}/clusters`,
    }),
    spec: { owner: ownerOf(making, uid) },
  };
}

function toCluster(making: Making, cluster: VirtualClusterSummary): Entity {
  const { metadata, spec, virtual } = cluster;
  const { uid, name } = metadata;
  const { projectUid } = spec;
  const profiles = making.profilesOf.get(uid) ?? [];
  const host = virtual?.hostCluster?.uid ?? virtual?.clusterGroup?.uid;
  return {
    apiVersion: API_VERSION,
    kind: 'Resource',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      annotations: {
        own: {
          'cluster-uid': uid,
          'cluster-name': name,
          'cloud-type': spec.cloudType,
          ...projectAnnotations(making, projectUid),
        },
        others: {
          'cluster-id': uid,
          'project-id': projectUid,
          'cluster-profile-refs':
            profiles
              .flatMap(profile => referTo(making, profile.uid) ?? [])
              .join(',') || undefined,
        },
      },
      consolePath:
        projectUid && `/projects/${projectUid}/clusters/${uid}/overview`,
    }),
    spec: {
      type: CLUSTER,
      owner: ownerOf(making, uid),
      system: systemOf(making, projectUid),
      dependsOn: [host, ...profiles.map(profile => profile.uid)].flatMap(
        dependency => (dependency && referTo(making, dependency)) ?? [],
      ),
    },
  };
}

function toClusterGroup(making: Making, { metadata, spec }: ClusterGroup) {
  const { uid } = metadata;
  const projectUid = projectOf(metadata);
  return {
    apiVersion: API_VERSION,
    kind: 'Resource',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      annotations: {
        own: {
          'cluster-group-uid': uid,
          ...projectAnnotations(making, projectUid),
        },
        others: { 'cluster-group-id': uid, 'project-id': projectUid },
      },
    }),
    spec: {
      type: CLUSTER_GROUP,
      owner: ownerOf(making, uid),
      system: systemOf(making, projectUid),
      dependsOn: spec.hostClusters.flatMap(
        host => referTo(making, host.uid) ?? [],
      ),
    },
  };
}

function toProfile(making: Making, family: ProfileFamily): Entity {
  const { uid, latest, versions } = family;
  const { metadata, spec } = latest;
  const projectUid = projectOf(metadata);
  return {
    apiVersion: API_VERSION,
    kind: 'Resource',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      uid,
      annotations: {
        own: {
          'profile-uid': metadata.uid,
          'profile-type': spec.type,
          'profile-versions': versions.join(','),
          'cloud-type': spec.cloudType,
          ...projectAnnotations(making, projectUid),
        },
        others: { 'profile-id': metadata.uid, 'project-id': projectUid },
      },
    }),
    spec: {
      type: PROFILE,
      owner: ownerOf(making, uid),
      system: systemOf(making, projectUid),
    },
  };
}

/** The project of what isn't the whole tenant's. */
function projectOf({ annotations }: PaletteMetadata): string | undefined {
  return annotations?.scope === 'tenant' ? undefined : annotations?.projectUid;
}

function projectAnnotations(
  { projects }: Making,
  projectUid: string | undefined,
): Record<string, string | undefined> {
  return {
    'project-uid': projectUid,
    'project-name': projects.get(projectUid ?? '')?.metadata.name,
  };
}

function ownerOf({ config, owners }: Making, uid: string): string {
  return owners.get(uid) ?? config.owners.default;
}

function systemOf(
  { config, uids }: Making,
  projectUid: string | undefined,
): string | undefined {
  return projectUid && uids.has(projectUid)
    ? `${config.namespace}/${toEntityName(projectUid)}`
    : undefined;
}

function referTo({ config, uids }: Making, uid: string): string | undefined {
  return uids.has(uid)
    ? stringifyEntityRef({
        kind: 'resource',
        namespace: config.namespace,
        name: toEntityName(uid),
      })
    : undefined;
}
