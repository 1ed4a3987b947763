import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';

/** A profile, as the table shows it. */
export interface ProfileRow {
  id: string;
  name: string;
  type: string;
  cloud: string;
  version: string;
  packs: string;
}

export function toProfileRow({ metadata, spec }: ClusterProfile): ProfileRow {
  return {
    id: metadata.uid,
    name: metadata.name,
    type: spec.type ?? '',
    cloud: spec.cloudType ?? '',
    version: spec.version ?? '',
    packs: spec.packs
      .map(({ name, displayName }) => displayName ?? name)
      .join(', '),
  };
}

/** The rows in which every word is found; of one profile, the newest version first. */
export function filterProfiles(
  rows: ProfileRow[],
  search: string,
): ProfileRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const newestFirst = [...rows].sort((a, b) =>
    b.version.localeCompare(a.version, undefined, { numeric: true }),
  );
  return newestFirst.filter(({ name, type, cloud, version, packs }) => {
    const text = `${name} ${type} ${cloud} ${version} ${packs}`.toLowerCase();
    return words.every(word => text.includes(word));
  });
}
