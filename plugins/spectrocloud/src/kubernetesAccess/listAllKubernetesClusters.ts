import type {
  ApiOptions,
  KubernetesCluster,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** A cluster, and the Palette that has it where there are several. */
export interface PlacedCluster {
  cluster: KubernetesCluster;
  instance?: string;
}

/**
 * The user's clusters of all Palettes, in the order of their names.
 *
 * @throws what the first Palette answered, where none could be asked
 */
export async function listAllKubernetesClusters(
  api: SpectroCloudApi,
  instances: string[],
  options: ApiOptions,
): Promise<PlacedCluster[]> {
  const asked = instances.length > 1 ? instances : [undefined];
  const lists = await Promise.allSettled(
    asked.map(async instance => {
      const clusters = await api.listKubernetesClusters({
        ...options,
        instance,
      });
      return clusters.map(cluster => ({ cluster, instance }));
    }),
  );
  const told = lists.flatMap(list =>
    list.status === 'fulfilled' ? [list.value] : [],
  );
  const [first] = lists;
  if (told.length === 0 && first.status === 'rejected') throw first.reason;
  return told
    .flat()
    .sort((a, b) => a.cluster.name.localeCompare(b.cluster.name));
}
