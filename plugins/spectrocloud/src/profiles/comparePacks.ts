import type { ProfilePack } from '@terasky/backstage-plugin-spectrocloud-common';

/** A pack that differs between two versions of a profile. */
export interface PackDifference {
  name: string;
  layer?: string;
  /** None of a pack that only the other version has. */
  before?: string;
  after?: string;
  /** Whether its values differ, where the user may see them. */
  hasOtherValues: boolean;
}

/** What is another way in `after`; packs that are the same are left out. */
export function comparePacks(
  before: ProfilePack[],
  after: ProfilePack[],
): PackDifference[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return names.flatMap(name => {
    const old = before.find(pack => pack.name === name);
    const now = after.find(pack => pack.name === name);
    const hasOtherValues =
      old?.values !== undefined &&
      now?.values !== undefined &&
      old.values !== now.values;
    if (old && now && old.version === now.version && !hasOtherValues) return [];
    return [
      {
        name: now?.displayName ?? old?.displayName ?? name,
        layer: now?.layer ?? old?.layer,
        before: old?.version,
        after: now?.version,
        hasOtherValues,
      },
    ];
  });
}
