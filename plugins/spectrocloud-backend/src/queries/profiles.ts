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
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

/*
 * What is held and shared is Palette's answer; what the caller may see of it
 * is decided for each request.
 */

/** Profiles that match, of a project or of the tenant. */
export async function searchProfiles(
  reader: PaletteReader,
  search: ProfileSearch,
  rights: ProfileRights,
  projectUid?: string,
): Promise<ClusterProfile[]> {
  const { name, types, cloudTypes, scope } = search;
  const profiles = await reader.list(
    'profiles',
    [JSON.stringify([name, types, cloudTypes, scope]), projectUid],
    shared =>
      shared.client().searchProfiles(
        {
          ...(name && { profileName: { contains: name, ignoreCase: true } }),
          ...(types && { profileType: types }),
          ...(cloudTypes && { environment: cloudTypes }),
          ...(scope && { scope }),
        },
        projectUid,
      ),
  );
  return profiles.map(profile => toProfileSummary(profile, rights));
}

export async function getProfile(
  reader: PaletteReader,
  uid: string,
  rights: ProfileRights,
  projectUid?: string,
): Promise<ClusterProfile> {
  const profile = await reader.one('profile', [uid, projectUid], shared =>
    shared.client().getProfile(uid, projectUid),
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
    shared.client().listProfilePacks(uid, projectUid),
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
