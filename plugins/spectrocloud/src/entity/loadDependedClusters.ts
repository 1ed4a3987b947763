import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  ApiOptions,
  SpectroCloudApi,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteInstances } from '../components/usePaletteInstances';
import { readAnnotations } from './annotations';
import { isNamedBy } from './isNamedBy';

/** An entity that is a cluster, and the cluster, if the user may see it. */
export interface DependedCluster {
  entityRef: string;
  cluster?: VirtualClusterSummary;
}

/**
 * The clusters behind the entities, of each Palette by its list alone, however many there are.
 *
 * @param context - the other prefix of annotations, and the Palettes that there are
 */
export async function loadDependedClusters(
  api: SpectroCloudApi,
  entities: Entity[],
  context: { prefix: string } & Pick<PaletteInstances, 'has' | 'nameOf'>,
  options: ApiOptions,
): Promise<DependedCluster[]> {
  const { prefix, has, nameOf } = context;
  const named = entities.map(entity => {
    const annotations = readAnnotations(entity, prefix);
    return {
      entityRef: stringifyEntityRef(entity),
      annotations,
      instance: nameOf(annotations.instance?.value),
    };
  });
  // One that isn't configured would fail the whole card.
  const instances = [...new Set(named.map(({ instance }) => instance))].filter(
    instance => instance === undefined || has(instance),
  );
  const lists = new Map(
    await Promise.all(
      instances.map(async instance => {
        const inInstance = { ...options, instance };
        const both = await Promise.all([
          api.listClusters(inInstance),
          api.listVirtualClusters(inInstance),
        ]);
        return [instance, both.flat()] as const;
      }),
    ),
  );
  return named.map(({ entityRef, annotations, instance }) => {
    const cluster = lists
      .get(instance)
      ?.find(({ metadata: { uid, name }, spec }) =>
        isNamedBy({ ...spec, uid, name }, annotations),
      );
    return { entityRef, cluster };
  });
}
