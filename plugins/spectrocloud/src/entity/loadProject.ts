import type {
  ApiOptions,
  Project,
  SpectroCloudApi,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteAnnotations } from './annotations';

/** A project with its clusters, hosts and virtual ones. */
export interface ProjectWithClusters {
  project: Project;
  clusters: VirtualClusterSummary[];
}

/** In the words of the API, so that it is explained like anything else that isn't there. */
class ProjectNotFoundError extends Error {
  override readonly name = 'ProjectNotFoundError';
  readonly statusCode = 404;
}

/** The project that the annotations name, by its uid or else by its name. */
export async function loadProject(
  api: SpectroCloudApi,
  { projectUid, projectName }: PaletteAnnotations,
  options: ApiOptions,
): Promise<ProjectWithClusters> {
  const projects = await api.listProjects({
    ...options,
    projectUid: undefined,
  });
  const project = projects.find(({ metadata }) =>
    projectUid
      ? metadata.uid === projectUid.value
      : metadata.name === projectName?.value,
  );
  if (!project) {
    throw new ProjectNotFoundError();
  }
  const inProject = { ...options, projectUid: project.metadata.uid };
  const lists = await Promise.all([
    api.listClusters(inProject),
    api.listVirtualClusters(inProject),
  ]);
  return { project, clusters: lists.flat() };
}
