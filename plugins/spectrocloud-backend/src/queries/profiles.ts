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
import { mayInTenant } from './getMe';
import { locateCluster } from './locateCluster';

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

/** The scope to ask Palette in: the given project, the tenant, or one that shows the profile. */
async function locateProfile(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<string | undefined> {
  if (givenProjectUid) return givenProjectUid;
  if (await mayInTenant(reader, 'clusterProfile.get')) return undefined;
  const found = (await findProfiles(reader, {})).find(
    // The list names the newest version; the others have uids of their own.
    ({ item }) =>
      item.metadata?.uid === uid ||
      item.specSummary?.versions?.some(version => version.uid === uid),
  );
  if (!found) {
    throw new NotFoundError('Palette does not know what was asked for');
  }
  return found.projectUid;
}

export async function getProfile(
  reader: PaletteReader,
  uid: string,
  rights: ProfileRights,
  givenProjectUid?: string,
): Promise<ClusterProfile> {
  const projectUid = await locateProfile(reader, uid, givenProjectUid);
  const profile = await reader.one('profile', [uid, projectUid], shared =>
    shared.client().getProfile(uid, projectUid),
  );
  return toProfile(profile, rights);
}

export async function listProfilePacks(
  reader: PaletteReader,
  uid: string,
  rights: ProfileRights,
  givenProjectUid?: string,
): Promise<ProfilePack[]> {
  const projectUid = await locateProfile(reader, uid, givenProjectUid);
  const packs = await reader.one('profile-packs', [uid, projectUid], shared =>
    shared.client().listProfilePacks(uid, projectUid),
  );
  return packs.map(pack => toPack(pack, rights));
}

export async function listProfileVariables(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<ProfileVariable[]> {
  const projectUid = await locateProfile(reader, uid, givenProjectUid);
  const variables = await reader.one(
    'profile-variables',
    [uid, projectUid],
    shared => shared.client().listProfileVariables(uid, projectUid),
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
