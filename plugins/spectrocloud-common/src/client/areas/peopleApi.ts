import type {
  PaletteTeam,
  PaletteUser,
  PaletteVisibility,
  Project,
  SpectroCloudUser,
  UserProject,
} from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions } from '../ApiOptions';

/** Who the caller is, and the people and projects of their tenant. @public */
export interface PeopleApi {
  /** Who the caller is at Palette. */
  getMe(options?: ApiOptions): Promise<SpectroCloudUser>;
  /** What the caller may see, by its uids alone. */
  getMyVisibility(options?: ApiOptions): Promise<PaletteVisibility>;
  /** The caller's own projects and permissions. */
  listMyProjects(options?: ApiOptions): Promise<UserProject[]>;
  /** The projects that the caller may see. */
  listProjects(options?: ApiOptions): Promise<Project[]>;
  /** The users of the tenant. */
  listUsers(options?: ApiOptions): Promise<PaletteUser[]>;
  /** One user of the tenant. */
  getUser(uid: string, options?: ApiOptions): Promise<PaletteUser>;
  /** The teams of the tenant. */
  listTeams(options?: ApiOptions): Promise<PaletteTeam[]>;
}

/** The calls of {@link PeopleApi}. */
export const peopleApi = (api: ApiRequester): PeopleApi => ({
  getMe: options => api.json('/users/me', options),
  getMyVisibility: options => api.json('/users/me/visibility', options),
  listMyProjects: options =>
    api.list('/users/me/projects', 'projects', options),
  listProjects: options => api.list('/projects', 'projects', options),
  listUsers: options => api.list('/users', 'users', options),
  getUser: (uid, options) => api.json(apiPath`/users/${uid}`, options),
  listTeams: options => api.list('/teams', 'teams', options),
});
