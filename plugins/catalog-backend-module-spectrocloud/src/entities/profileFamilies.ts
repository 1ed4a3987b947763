import {
  compareVersions,
  type ClusterProfile,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** All versions of one profile: Palette gives each a uid of its own. */
export interface ProfileFamily {
  /** Uid of the oldest version: it stays while versions are added. */
  uid: string;
  /** The newest version. */
  latest: ClusterProfile;
  /** Oldest first. */
  versions: string[];
  /** Uids of the clusters that use any version. */
  clusterUids: string[];
}

const byVersion = (one: { version: string }, other: { version: string }) =>
  compareVersions(one.version, other.version);

/** Puts the versions of each profile together. */
export function toProfileFamilies(profiles: ClusterProfile[]): ProfileFamily[] {
  const families = new Map<string, ClusterProfile[]>();
  for (const profile of profiles) {
    const uid = oldestOf(profile);
    families.set(uid, [...(families.get(uid) ?? []), profile]);
  }
  return [...families].map(([uid, members]) => {
    const [latest] = members
      .map(profile => ({ profile, version: profile.spec.version ?? '' }))
      .sort((one, other) => byVersion(other, one));
    const versions = members
      .flatMap(({ spec }) => [
        ...spec.versions,
        { version: spec.version ?? '', uid: '' },
      ])
      .filter(({ version }) => version)
      .sort(byVersion);
    const clusters = members.flatMap(
      ({ status }) => status.inUseClusters ?? [],
    );
    return {
      uid,
      latest: latest.profile,
      versions: [...new Set(versions.map(({ version }) => version))],
      clusterUids: [...new Set(clusters.map(cluster => cluster.uid))],
    };
  });
}

function oldestOf({ metadata, spec }: ClusterProfile): string {
  const [oldest] = [...spec.versions].sort(byVersion);
  return oldest?.uid ?? metadata.uid;
}
