import {
  type ClusterProfile,
  compareVersions,
  type PaletteReference,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** A version of a profile; Palette has a uid for each. @public */
export interface ProfileVersion {
  /** Palette's uid. */
  uid: string;
  /** Semantic version; empty where Palette tells none. */
  version: string;
  /** Whether clusters can be made with it. */
  isPublished: boolean;
  /** When it was made, in ISO 8601. */
  created?: string;
  /** None where the user may not see them. */
  clusters?: PaletteReference[];
}

/** A profile with all of its versions. @public */
export interface ProfileGroup {
  /** Name as people know it. */
  name: string;
  /** What it is for. */
  description?: string;
  /** `cluster`, `infra`, `add-on` or `system`; empty where Palette tells none. */
  type: string;
  /** Its cloud, in Palette's words. */
  cloud: string;
  /** `system`, `tenant` or `project`. */
  scope: string;
  /** Its project, where it is that of one. */
  projectUid?: string;
  /** Names of the newest version's packs. */
  packs: string[];
  /** Newest first. */
  versions: ProfileVersion[];
}

function keyOf({ metadata }: ClusterProfile): string {
  const { scope = '', projectUid = '' } = metadata.annotations ?? {};
  return [metadata.name, scope, scope === 'project' ? projectUid : ''].join(
    '\n',
  );
}

function toGroup(profiles: ClusterProfile[]): ProfileGroup {
  const newestFirst = [...profiles].sort((a, b) =>
    compareVersions(b.spec.version, a.spec.version),
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
    packs: spec.packs
      .map(({ name, displayName }) => displayName || name)
      .filter(Boolean),
    versions: newestFirst.map(profile => ({
      uid: profile.metadata.uid,
      version: profile.spec.version ?? '',
      isPublished: profile.status.isPublished !== false,
      created: profile.metadata.creationTimestamp,
      clusters: profile.status.inUseClusters,
    })),
  };
}

/** The profiles with their versions, of which Palette's list has one row each. @public */
export function groupProfiles(profiles: ClusterProfile[]): ProfileGroup[] {
  const groups = new Map<string, ClusterProfile[]>();
  for (const profile of profiles) {
    const key = keyOf(profile);
    groups.set(key, [...(groups.get(key) ?? []), profile]);
  }
  return [...groups.values()].map(toGroup);
}
