import type {
  Cluster,
  ClusterSummary,
  Project,
  SpectroCloudUser,
  UserProject,
} from '../types';

/** What every call takes. @public */
export interface ApiOptions {
  /** Name of the Palette (`spectrocloud.environments[].name`); the first one by default. */
  instance?: string;
  /** The project to look in; everything that the user may see by default. */
  projectUid?: string;
  /** Ask Palette again, whatever the backend still holds. */
  fresh?: boolean;
  /** Gives the call up. */
  signal?: AbortSignal;
}

/** The Palette API of the backend plugin, called as the signed-in user. @public */
export interface SpectroCloudApi {
  /** Who the caller is at Palette. */
  getMe(options?: ApiOptions): Promise<SpectroCloudUser>;
  /** The caller's own projects and permissions. */
  listMyProjects(options?: ApiOptions): Promise<UserProject[]>;
  /** The projects that the caller may see. */
  listProjects(options?: ApiOptions): Promise<Project[]>;
  /** The clusters that the caller may see, virtual ones excluded. */
  listClusters(options?: ApiOptions): Promise<ClusterSummary[]>;
  /** One cluster. */
  getCluster(uid: string, options?: ApiOptions): Promise<Cluster>;
}
