import type {
  AttachedProfile,
  ProfileUpdate,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** A pack that an update would change. */
export interface PackChange {
  profile: string;
  pack: string;
  /** None of a pack that comes new. */
  from?: string;
  to?: string;
}

/** What would be another version than the cluster's profiles have. */
export function packChanges(
  updates: ProfileUpdate[],
  profiles: AttachedProfile[],
): PackChange[] {
  return updates.flatMap(({ uid, name = uid, packs }) => {
    const attached =
      profiles.find(each => each.uid === uid) ??
      profiles.find(each => each.name === name);
    const versions = new Map(
      attached?.packs.map(pack => [pack.name, pack.version]),
    );
    return packs
      .filter(pack => pack.version !== versions.get(pack.name))
      .map(pack => ({
        profile: name,
        pack: pack.name,
        from: versions.get(pack.name),
        to: pack.version,
      }));
  });
}
