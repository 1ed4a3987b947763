import type {
  ApiOptions,
  CreatableCloudType,
  SpectroCloudApi,
  UserProject,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** The user's own projects; who has none by name may have all by their tenant's role. @public */
export async function loadProjects(
  api: SpectroCloudApi,
  options: ApiOptions,
): Promise<UserProject[]> {
  const own = await api.listMyProjects(options);
  const projects =
    own.length > 0
      ? own
      : (await api.listProjects(options)).map(({ metadata }) => ({
          uid: metadata.uid,
          name: metadata.name,
          permissions: [],
        }));
  return [...projects].sort((a, b) =>
    (a.name ?? a.uid).localeCompare(b.name ?? b.uid),
  );
}

/** Whether Palette lets the user; where it doesn't tell, it is found out when it is asked. @public */
export function mayCreate(
  { permissions }: UserProject,
  kind: CreatableCloudType,
): boolean {
  return (
    permissions.length === 0 ||
    permissions.includes('cluster.create') ||
    (kind === 'virtual' && permissions.includes('virtualCluster.create'))
  );
}
