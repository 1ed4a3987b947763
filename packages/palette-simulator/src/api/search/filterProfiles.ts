import type { Profile } from '../../seed/types';
import { matchesName, type NameFilter } from '../nameFilter';
import { badRequest } from '../PaletteError';

/** `filter` of `v1ClusterProfilesFilterSpec`, as far as the seed has such properties. */
interface ProfileFilter {
  profileName?: NameFilter;
  profileType?: string[];
  environment?: string[];
  scope?: string;
  version?: { eq?: string; ne?: string; beginsWith?: string };
}

interface Sort {
  field?: string;
  order?: string;
}

const SORT_FIELDS: Record<string, (profile: Profile) => string> = {
  profileName: ({ name }) => name,
  environment: ({ cloudType }) => cloudType,
  profileType: ({ type }) => type,
  creationTimestamp: ({ createdAt }) => createdAt,
  lastModifiedTimestamp: ({ createdAt }) => createdAt,
};

const among = (wanted: string[] | undefined, value: string) =>
  !wanted?.length || wanted.includes(value);

/** The profiles that pass every condition. */
export function filterProfiles(
  profiles: Profile[],
  filter: ProfileFilter = {},
): Profile[] {
  return profiles.filter(
    ({ name, type, cloudType, scope, version }) =>
      matchesName(name, filter.profileName) &&
      among(filter.profileType, type) &&
      among(filter.environment, cloudType) &&
      among(filter.scope ? [filter.scope] : undefined, scope) &&
      matchesName(version, filter.version),
  );
}

/** Newest first unless the caller wants it otherwise. */
export function sortProfiles(profiles: Profile[], sort?: Sort[]): Profile[] {
  const { field = 'lastModifiedTimestamp', order = 'desc' } = sort?.[0] ?? {};
  const key = SORT_FIELDS[field];
  if (!key) {
    throw badRequest(`Unknown sort field '${field}'`);
  }
  const sign = order === 'desc' ? -1 : 1;
  return [...profiles].sort(
    (a, b) => sign * key(a).localeCompare(key(b)) || a.uid.localeCompare(b.uid),
  );
}
