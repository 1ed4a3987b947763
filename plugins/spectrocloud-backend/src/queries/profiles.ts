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
import type { V1ProfileSummary } from '../palette/v1profiles';
import type { PaletteReader } from '../reads/PaletteReader';
import { acrossProjects, type Scoped } from './acrossProjects';
import { getScopes } from './getMe';
import { locateCluster } from './locateCluster';

/** Further projects are not asked one after the other: name one. */
const MAX_PROJECTS = 20;

/*
 * What is held and shared is Palette's answer; what the caller may see of it
 * is decided for each request.
 */

async function findProfiles(
  reader: PaletteReader,
  { name, types, cloudTypes, scope }: ProfileSearch,
  projectUid?: string,
): Promise<Array<Scoped<V1ProfileSummary>>> {
  const filter = {
    ...(name && { profileName: { contains: name, ignoreCase: true } }),
    ...(types && { profileType: types }),
    ...(cloudTypes && { environment: cloudTypes }),
    ...(scope && { scope }),
  };
  return reader.list(
    'profiles',
    [JSON.stringify(filter), projectUid],
    async shared => {
      const client = shared.client();
      return acrossProjects(shared, {
        projectUid,
        permission: 'clusterProfile.list',
        read: project => client.searchProfiles(filter, project),
        uidOf: ({ metadata }) => metadata?.uid,
      });
    },
  );
}

/** Profiles that match, of a project, or all that the caller may see. */
export async function searchProfiles(
  reader: PaletteReader,
  search: ProfileSearch,
  rights: ProfileRights,
  projectUid?: string,
): Promise<ClusterProfile[]> {
  const found = await findProfiles(reader, search, projectUid);
  return found
    .map(({ item }) => toProfileSummary(item, rights))
    .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name));
}

/**
 * Reads something of a profile of which only the uid is known: in the given
 * project, in the tenant, or in the caller's projects one after the other.
 * Profiles of the tenant show in every project, so the first one mostly knows.
 */
async function readProfile<T>(
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
  throw new NotFoundError('Palette does not know what was asked for');
}

export async function getProfile(
  reader: PaletteReader,
  uid: string,
  rights: ProfileRights,
  projectUid?: string,
): Promise<ClusterProfile> {
  const profile = await reader.one('profile', [uid, projectUid], shared =>
    readProfile(shared, projectUid, scope =>
      shared.client().getProfile(uid, scope),
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
      shared.client().listProfilePacks(uid, scope),
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
        shared.client().listProfileVariables(uid, scope),
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
    shared => shared.client().listClusterProfiles(clusterUid, projectUid),
  );
  return profiles.map(profile => toProfileOfCluster(profile, rights));
}
