import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef, useEntity } from '@backstage/plugin-catalog-react';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { usePaletteInstances } from '../components/usePaletteInstances';
import { configApiRef } from '../coreApiRefs';
import { readAnnotations } from '../entity/annotations';
import { findClusterEntities } from '../entity/findClusterEntities';
import { isNamedBy } from '../entity/isNamedBy';
import { readAnnotationPrefix } from '../entity/readAnnotationPrefix';
import type { PlacedCluster } from './listAllKubernetesClusters';

/** Tells a cluster that the entity depends on from others; undefined until that is known. */
export function useIsOwn(): ((cluster: PlacedCluster) => boolean) | undefined {
  const { entity } = useEntity();
  const catalog = useApi(catalogApiRef);
  const prefix = readAnnotationPrefix(useApi(configApiRef));
  const { nameOf } = usePaletteInstances();
  const { value, error } = useLoad(
    () => findClusterEntities(catalog, entity, prefix),
    entity,
  );
  // A catalog that doesn't answer costs the order alone.
  if (!value) return error && (() => false);
  const named = value.map(each => readAnnotations(each, prefix));
  return ({ cluster, instance }) =>
    named.some(
      annotations =>
        isNamedBy(cluster, annotations) &&
        (instance ?? nameOf(undefined)) === nameOf(annotations.instance?.value),
    );
}
