import { NotFoundError } from '@backstage/errors';
import type {
  ClusterProfile,
  ClusterProfileOfCluster,
  ProfilePack,
  ProfileSearch,
  ProfileVariable,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type ProfileRights,
  toPack,
  toProfile,
  toProfileOfCluster,
  toProfileSummary,
  toVariable,
} from '../mapping/profiles';
import { fetchAttachedProfiles } from '../palette/endpoints/clusters';
import {
  fetchProfile,
  fetchProfilePacks,
  fetchProfiles,
  fetchProfileVariables,
} from '../palette/endpoints/profiles';
import type { PaletteReader } from '../reads/PaletteReader';
import { acrossProjects } from './acrossProjects';
import { getScopes } from './getMe';
import { locateCluster } from './locateCluster';

/** Further projects are not asked one after the other: name one. */
const MAX_PROJECTS = 20;

/*
 * What is held and shared is Palette's answer; what the caller may see of it
 * is decided for each request.
 */

/** Profiles that match, of a project, or all that the caller may see. */
export async function searchProfiles(
  reader: PaletteReader,
  search: ProfileSearch,
  rights: Pick<ProfileRights, 'clusters'>,
  projectUid?: string,
): Promise<ClusterProfile[]> {
  const { name, types, cloudTypes, scope } = search;
  const filter = {
    ...(name && { profileName: { contains: name, ignoreCase: true } }),
    ...(types && { profileType: inOrder(types) }),
    ...(cloudTypes && { environment: inOrder(cloudTypes) }),
    ...(scope && { scope }),
  };
  const profiles = await reader.list(
    'profiles',
    [JSON.stringify(filter), projectUid],
    async shared => {
      const found = await acrossProjects(shared, {
        projectUid,
        permission: 'clusterProfile.list',
        read: project => fetchProfiles(shared.client, filter, project),
        uidOf: ({ metadata }) => metadata?.uid,
      });
      return found
        .map(({ item }) => toProfileSummary(item))
        .sort((x, y) => x.metadata.name.localeCompare(y.metadata.name));
    },
  );
  return rights.clusters ? profiles : profiles.map(withoutClusters);
}

/** The same search, however it is written, is one entry of the cache. */
function inOrder<T extends string>(values: T[]): T[] {
  return [...new Set(values)].sort();
}

function withoutClusters(profile: ClusterProfile): ClusterProfile {
  const { inUseClusters: _hidden, ...status } = profile.status;
  return { ...profile, status };
}

/**
 * Reads something of a profile of which only the uid is known: in the given
 * project, in the tenant, or in the caller's projects one after the other.
 * Profiles of the tenant show in every project, so the first one mostly knows.
 */
export async function readProfile<T>(
  reader: PaletteReader,
  givenProjectUid: string | undefined,
  read: (projectUid: string | undefined) => Promise<T>,
): Promise<T> {
  if (givenProjectUid) return read(givenProjectUid);
  const scopes = await getScopes(reader, 'clusterProfile.get');
  for (const projectUid of scopes.slice(0, MAX_PROJECTS)) {
    try {
      return await read(projectUid);
    } catch (error) {
      const { name } = error as Error;
      const mayBeElsewhere =
        name === 'NotFoundError' || name === 'NotAllowedError';
      if (!mayBeElsewhere || scopes.length === 1) throw error;
    }
  }
  throw new NotFoundError('Palette did not find what was requested');
}

export async function getProfile(
  reader: PaletteReader,
  uid: string,
  rights: ProfileRights,
  projectUid?: string,
): Promise<ClusterProfile> {
  const profile = await reader.one('profile', [uid, projectUid], shared =>
    readProfile(shared, projectUid, scope =>
      fetchProfile(shared.client, uid, scope),
    ),
  );
  return toProfile(profile, rights);
}

export async function listProfilePacks(
  reader: PaletteReader,
  uid: string,
  rights: ProfileRights,
  projectUid?: string,
): Promise<ProfilePack[]> {
  const packs = await reader.one('profile-packs', [uid, projectUid], shared =>
    readProfile(shared, projectUid, scope =>
      fetchProfilePacks(shared.client, uid, scope),
    ),
  );
  return packs.map(pack => toPack(pack, rights));
}

export async function listProfileVariables(
  reader: PaletteReader,
  uid: string,
  projectUid?: string,
): Promise<ProfileVariable[]> {
  const variables = await reader.one(
    'profile-variables',
    [uid, projectUid],
    shared =>
      readProfile(shared, projectUid, scope =>
        fetchProfileVariables(shared.client, uid, scope),
      ),
  );
  return variables.map(toVariable);
}

export async function listClusterProfiles(
  reader: PaletteReader,
  clusterUid: string,
  rights: ProfileRights,
  givenProjectUid?: string,
): Promise<ClusterProfileOfCluster[]> {
  const projectUid = await locateCluster(reader, clusterUid, givenProjectUid);
  const profiles = await reader.one(
    'cluster-profiles',
    [clusterUid, projectUid],
    shared => fetchAttachedProfiles(shared.client, clusterUid, projectUid),
  );
  return profiles.map(profile => toProfileOfCluster(profile, rights));
}
