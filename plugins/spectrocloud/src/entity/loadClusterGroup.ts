import type {
  ApiOptions,
  ClusterGroup,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';

/**
 * A cluster group with what of it is in use, which only Palette's list knows;
 * whoever may not have the list still sees the group.
 */
export async function loadClusterGroup(
  api: SpectroCloudApi,
  uid: string,
  options: ApiOptions,
): Promise<ClusterGroup> {
  const [group, groups] = await Promise.all([
    api.getClusterGroup(uid, options),
    api.listClusterGroups(options).catch((): ClusterGroup[] => []),
  ]);
  const row = groups.find(({ metadata }) => metadata.uid === uid);
  const { cpu, memory, virtualClustersCount } = row?.spec ?? {};
  return {
    ...group,
    spec: { ...group.spec, cpu, memory, virtualClustersCount },
  };
}
