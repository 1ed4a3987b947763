import { ForwardedError, isError } from '@backstage/errors';
import type {
  ClusterGroup,
  ClusterProfile,
  PaletteTeam,
  PaletteUser,
  Project,
  SpectroCloudApi,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { Kind, ProviderConfig } from '../config/ProviderConfig';
import { isWantedUser, selectWanted } from './selectWanted';

/** What one Palette has, as far as the configuration wants it. */
export interface Inventory {
  /** The tenant of the API key. */
  tenantUid: string;
  /** Those that become entities. */
  projects: Project[];
  /** Also those that do not: what belongs to them is named after them. */
  allProjects: Project[];
  /** Hosts and virtual ones. */
  clusters: VirtualClusterSummary[];
  clusterGroups: ClusterGroup[];
  profiles: ClusterProfile[];
  /** Also where teams become entities and users don't: they say who is in them. */
  users: PaletteUser[];
  teams: PaletteTeam[];
}

/** What is read of Palette, and which of its rights that takes. */
const RIGHTS: Record<Kind, string> = {
  projects: 'project.list',
  clusters: 'cluster.list',
  clusterGroups: 'clusterGroup.list',
  profiles: 'clusterProfile.list',
  users: 'user.list',
  teams: 'team.list',
};

/** The calls of the `spectrocloud` plugin that a run makes. */
export type InventoryApi = Pick<
  SpectroCloudApi,
  | 'getMe'
  | 'listProjects'
  | 'listClusters'
  | 'listVirtualClusters'
  | 'listClusterGroups'
  | 'searchProfiles'
  | 'listUsers'
  | 'getUser'
  | 'listTeams'
>;

/**
 * Reads all that becomes entities. All or nothing: a part that is missing would
 * look as if it had been deleted.
 *
 * @throws `ForwardedError` that says what can't be read, and which of Palette's rights it takes
 */
export async function readInventory(
  api: InventoryApi,
  config: ProviderConfig,
  signal?: AbortSignal,
): Promise<Inventory> {
  const options = { instance: config.instance, signal };
  const { kinds } = config;
  const { tenantUid } = await saying(`Palette can't be read`, () =>
    api.getMe(options),
  );
  // What an object belongs to is named after its project, so these are always read.
  const projects = await reading('projects', () => api.listProjects(options));
  const clusters = kinds.has('clusters')
    ? await reading('clusters', async () => [
        ...(await api.listClusters(options)),
        // Of the same search, so it costs Palette nothing more.
        ...(await api.listVirtualClusters(options)),
      ])
    : [];
  const clusterGroups = kinds.has('clusterGroups')
    ? await reading('clusterGroups', () => api.listClusterGroups(options))
    : [];
  const profiles = kinds.has('profiles')
    ? await reading('profiles', () => api.searchProfiles({}, options))
    : [];
  const users =
    kinds.has('users') || kinds.has('teams')
      ? (await reading('users', () => api.listUsers(options))).filter(user =>
          isWantedUser(config, user),
        )
      : [];
  const teams = kinds.has('teams')
    ? await reading('teams', () => api.listTeams(options))
    : [];
  return {
    tenantUid,
    users,
    teams,
    ...selectWanted(config, { projects, clusters, clusterGroups, profiles }),
  };
}

async function reading<T>(kind: Kind, read: () => Promise<T>): Promise<T> {
  return saying(
    `Palette's ${kind} can't be read (its right '${RIGHTS[kind]}')`,
    read,
  );
}

async function saying<T>(what: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new ForwardedError(what, reasonOf(error));
  }
}

/** What the `spectrocloud` plugin said, which an error of its client has inside. */
function reasonOf(error: unknown): unknown {
  return isError(error) &&
    error.name === 'ResponseError' &&
    isError(error.cause)
    ? error.cause
    : error;
}
