import type {
  ApiOptions,
  Cluster,
  ClusterSummary,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteAnnotations } from './annotations';

/** The annotations name a cluster, but not the project that the name counts in. */
export class ProjectMissingError extends Error {
  override readonly name = 'ProjectMissingError';
}

/** In the words of the API, so that it is explained like any other cluster that isn't there. */
class ClusterNotFoundError extends Error {
  override readonly name = 'ClusterNotFoundError';
  readonly statusCode = 404;
}

/**
 * The cluster that the annotations name, by its uid or by its name in a project.
 *
 * @throws {@link ProjectMissingError} where a name comes without a project
 */
export async function loadCluster(
  api: SpectroCloudApi,
  annotations: PaletteAnnotations,
  options: ApiOptions,
): Promise<Cluster> {
  const uid = annotations.virtualClusterUid ?? annotations.clusterUid;
  const scope = { ...options, projectUid: annotations.projectUid?.value };
  return api.getCluster(
    uid?.value ?? (await findUid(api, annotations, scope)),
    scope,
  );
}

/** Palette's names are unique in a project only; hosts and virtual clusters are one call to it. */
async function findUid(
  api: SpectroCloudApi,
  annotations: PaletteAnnotations,
  options: ApiOptions,
): Promise<string> {
  const { clusterName, projectUid, projectName } = annotations;
  if (!projectUid && !projectName) {
    throw new ProjectMissingError();
  }
  const lists = await Promise.all([
    api.listClusters(options),
    api.listVirtualClusters(options),
  ]);
  const isIt = ({ metadata, spec }: ClusterSummary) =>
    metadata.name === clusterName?.value &&
    (!projectUid || spec.projectUid === projectUid.value) &&
    (!projectName || spec.projectName === projectName.value);
  const found = lists.flat().find(isIt);
  if (!found) {
    throw new ClusterNotFoundError();
  }
  return found.metadata.uid;
}
