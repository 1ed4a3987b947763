import type {
  ClusterProfile,
  PaletteReference,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** A version of a profile; Palette has a uid for each. */
export interface ProfileVersion {
  uid: string;
  version: string;
  isPublished: boolean;
  created?: string;
  /** None where the user may not see them. */
  clusters?: PaletteReference[];
}

/** A profile with all of its versions. */
export interface ProfileGroup {
  name: string;
  description?: string;
  type: string;
  cloud: string;
  /** `system`, `tenant` or `project`. */
  scope: string;
  projectUid?: string;
  /** Names of the newest version's packs. */
  packs: string[];
  /** Newest first. */
  versions: ProfileVersion[];
}

const collator = new Intl.Collator(undefined, { numeric: true });

function keyOf({ metadata }: ClusterProfile): string {
  const { scope = '', projectUid = '' } = metadata.annotations ?? {};
  return [metadata.name, scope, scope === 'project' ? projectUid : ''].join(
    '\n',
  );
}

function toGroup(profiles: ClusterProfile[]): ProfileGroup {
  const newestFirst = [...profiles].sort((a, b) =>
    collator.compare(b.spec.version ?? '', a.spec.version ?? ''),
  );
  const [{ metadata, spec }] = newestFirst;
  const { scope = '', projectUid } = metadata.annotations ?? {};
  return {
    name: metadata.name,
    description: spec.description,
    type: spec.type ?? '',
    cloud: spec.cloudType ?? '',
    scope,
    projectUid: scope === 'project' ? projectUid : undefined,
    packs: spec.packs.map(({ name, displayName }) => displayName ?? name),
    versions: newestFirst.map(profile => ({
      uid: profile.metadata.uid,
      version: profile.spec.version ?? '',
      isPublished: profile.status.isPublished !== false,
      created: profile.metadata.creationTimestamp,
      clusters: profile.status.inUseClusters,
    })),
  };
}

/** The profiles with their versions, of which Palette's list has one row each. */
export function groupProfiles(profiles: ClusterProfile[]): ProfileGroup[] {
  const groups = new Map<string, ClusterProfile[]>();
  for (const profile of profiles) {
    const key = keyOf(profile);
    groups.set(key, [...(groups.get(key) ?? []), profile]);
  }
  return [...groups.values()].map(toGroup);
}

function countOf(versions: ProfileVersion[]): number | undefined {
  if (versions.some(({ clusters }) => clusters === undefined)) return undefined;
  return new Set(
    versions.flatMap(({ clusters = [] }) => clusters.map(({ uid }) => uid)),
  ).size;
}

/** How many clusters use any version; none where the user may not see them. */
export function clustersOf({ versions }: ProfileGroup): number | undefined {
  return countOf(versions);
}

/** How many clusters use an older version than the newest published one. */
export function clustersBehind({ versions }: ProfileGroup): number | undefined {
  const newest = versions.findIndex(({ isPublished }) => isPublished);
  return newest < 0 ? 0 : countOf(versions.slice(newest + 1));
}
