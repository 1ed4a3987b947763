import { ForwardedError } from '@backstage/errors';
import type {
  ClusterGroup,
  ClusterProfile,
  Project,
  SpectroCloudApi,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { Kind, ProviderConfig, Selection } from '../config/ProviderConfig';
import { tagsOf } from './tags';

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
}

/** What is read of Palette, and which of its rights that takes. */
const RIGHTS: Record<Kind, string> = {
  projects: 'project.list',
  clusters: 'cluster.list',
  clusterGroups: 'clusterGroup.list',
  profiles: 'clusterProfile.list',
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
  const { tenantUid } = await api.getMe(options);
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
  return {
    tenantUid,
    ...select(config, { projects, clusters, clusterGroups, profiles }),
  };
}

async function reading<T>(kind: Kind, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new ForwardedError(
      `Palette's ${kind} can't be read (its right '${RIGHTS[kind]}')`,
      error,
    );
  }
}

function select(
  config: ProviderConfig,
  found: Omit<Inventory, 'tenantUid' | 'allProjects'>,
): Omit<Inventory, 'tenantUid'> {
  const projects = found.projects.filter(({ metadata: { uid, name } }) =>
    isSelected(config.projects, [uid, name]),
  );
  const wanted = new Set(projects.map(({ metadata }) => metadata.uid));
  const isWanted = (projectUid: string | undefined) =>
    projectUid ? wanted.has(projectUid) : config.tenantScope;
  const projectOf = (metadata: Project['metadata']) =>
    metadata.annotations?.scope === 'tenant'
      ? undefined
      : metadata.annotations?.projectUid;
  return {
    projects: config.kinds.has('projects') ? projects : [],
    allProjects: projects,
    clusters: found.clusters.filter(
      ({ spec, metadata }) =>
        isWanted(spec.projectUid) && isSelected(config.tags, tagsOf(metadata)),
    ),
    clusterGroups: found.clusterGroups.filter(({ metadata }) =>
      isWanted(projectOf(metadata)),
    ),
    profiles: found.profiles.filter(({ metadata }) =>
      isWanted(projectOf(metadata)),
    ),
  };
}

/** Whether something of these names is among what is included, and none of them is excluded. */
function isSelected({ include, exclude }: Selection, names: string[]): boolean {
  return (
    (!include || include.some(name => names.includes(name))) &&
    !exclude.some(name => names.includes(name))
  );
}
