import type {
  AttachedProfile,
  ClusterProfile,
  ProfileChange,
  ProfileUpdate,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** Stands for the newer packs of a version that the cluster has already. */
export const NEWER_PACKS = 'newer-packs';

/** What one profile of a cluster can become. */
export interface ProfileChoice {
  /** Of the version that is attached. */
  uid: string;
  name: string;
  /** What to choose from; the value is a version's uid, or `NEWER_PACKS`. */
  options: Array<{
    value: string;
    version?: string;
    is?: 'current' | 'newest' | 'newerPacks' | 'former';
  }>;
  /** What is proposed: the update that Palette has, else what is there. */
  proposed: string;
}

/** What each profile of a cluster can become; `known` are those that the user may see. */
export function profileChoices(
  attached: AttachedProfile[],
  updates: ProfileUpdate[],
  known: Array<ClusterProfile | undefined>,
): ProfileChoice[] {
  return attached.map(({ uid, name }) => {
    const profile = known.find(each => each?.metadata.uid === uid);
    const update = updates.find(
      each => each.uid === uid || (name && each.name === name),
    );
    const versions = [...(profile?.spec.versions ?? [])];
    if (!versions.some(each => each.uid === uid)) {
      versions.unshift({ uid, version: profile?.spec.version ?? '' });
    }
    if (update && !versions.some(each => each.uid === update.uid)) {
      versions.push({ uid: update.uid, version: update.version ?? '' });
    }
    const isInPlace = update?.uid === uid;
    return {
      uid,
      name: name ?? profile?.metadata.name ?? uid,
      options: [
        ...versions.map(each => ({
          value: each.uid,
          version: each.version || undefined,
          ...(each.uid === uid && { is: 'current' as const }),
          ...(each.uid === update?.uid &&
            !isInPlace && { is: 'newest' as const }),
        })),
        ...(isInPlace
          ? [{ value: NEWER_PACKS, is: 'newerPacks' as const }]
          : []),
      ],
      proposed: isInPlace ? NEWER_PACKS : (update?.uid ?? uid),
    };
  });
}

/** The same, to go back: the former versions are proposed, and no update. */
export function toTakeBack(
  choices: ProfileChoice[],
  former: Record<string, string>,
): ProfileChoice[] {
  return choices.map(choice => {
    const back = former[choice.uid];
    return {
      ...choice,
      proposed: back ?? choice.uid,
      options: choice.options.map(option =>
        option.value === back ? { ...option, is: 'former' as const } : option,
      ),
    };
  });
}

/** What is sent of the choices; nothing of what stays as it is. */
export function toProfileChanges(
  choices: ProfileChoice[],
  chosen: Record<string, string>,
): ProfileChange[] {
  return choices.flatMap(({ uid, proposed }) => {
    const value = chosen[uid] ?? proposed;
    if (value === uid) return [];
    return value === NEWER_PACKS ? [{ uid }] : [{ uid: value, replaces: uid }];
  });
}
