import type {
  ClusterProfile,
  ProfileExportFormat,
  ProfilePack,
  ProfileSearch,
  ProfileVariable,
} from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions } from '../ApiOptions';
import { type PaletteFile, readFile } from '../file';

/** Cluster profiles. @public */
export interface ProfileApi {
  /** Profiles that match, in a project or in the tenant. */
  searchProfiles(
    search?: ProfileSearch,
    options?: ApiOptions,
  ): Promise<ClusterProfile[]>;
  /** The profiles that can be used in a project. */
  listProjectProfiles(
    projectUid: string,
    options?: ApiOptions,
  ): Promise<ClusterProfile[]>;
  /** One profile. */
  getProfile(uid: string, options?: ApiOptions): Promise<ClusterProfile>;
  /** A profile's packs. */
  listProfilePacks(uid: string, options?: ApiOptions): Promise<ProfilePack[]>;
  /** What a profile asks for at cluster creation. */
  listProfileVariables(
    uid: string,
    options?: ApiOptions,
  ): Promise<ProfileVariable[]>;
  /** A profile as a file, with the values and manifests of its packs. */
  exportProfile(
    uid: string,
    options?: ApiOptions & { format?: ProfileExportFormat },
  ): Promise<PaletteFile>;
}

/** The calls of {@link ProfileApi}. */
export const profileApi = (api: ApiRequester): ProfileApi => ({
  searchProfiles: (search = {}, options) =>
    api.list('/profiles/search', 'profiles', options, {
      body: search,
    }),
  listProjectProfiles: (projectUid, options) =>
    api.list(apiPath`/projects/${projectUid}/profiles`, 'profiles', options),
  getProfile: (uid, options) => api.json(apiPath`/profiles/${uid}`, options),
  listProfilePacks: (uid, options) =>
    api.list(apiPath`/profiles/${uid}/packs`, 'packs', options),
  listProfileVariables: (uid, options) =>
    api.list(apiPath`/profiles/${uid}/variables`, 'variables', options),
  exportProfile: async (uid, options) =>
    readFile(
      await api.send(apiPath`/profiles/${uid}/export`, options, {
        query: { format: options?.format },
      }),
      'profile',
    ),
});
