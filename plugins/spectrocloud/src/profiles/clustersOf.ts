import type {
  ProfileGroup,
  ProfileVersion,
} from '@terasky/backstage-plugin-spectrocloud-react';

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
