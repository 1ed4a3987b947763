import type {
  PaletteUser,
  Project,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig, Selection } from '../config/ProviderConfig';
import type { Inventory } from './readInventory';
import { tagsOf } from './tags';

const DELETING = 'Deleting';

type Selected = 'projects' | 'clusters' | 'clusterGroups' | 'profiles';

/** What of a Palette the configuration wants. A cluster that is being deleted is as good as gone. */
export function selectWanted(
  config: ProviderConfig,
  found: Pick<Inventory, Selected>,
): Pick<Inventory, Selected | 'allProjects'> {
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
      ({ spec, status, metadata }) =>
        isWanted(spec.projectUid) &&
        status.state !== DELETING &&
        isSelected(config.tags, tagsOf(metadata)),
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

/** Whether the configuration wants a user. */
export function isWantedUser(
  { users }: ProviderConfig,
  { metadata, spec }: PaletteUser,
): boolean {
  const names = [metadata.uid, spec.email ?? ''];
  return isSelected(
    users,
    names.map(name => name.toLowerCase()),
  );
}
