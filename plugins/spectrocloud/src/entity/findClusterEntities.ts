import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { catalogApiRef } from '@backstage/plugin-catalog-react';
import { namesCluster, readAnnotations } from './annotations';

type CatalogApi = Pick<typeof catalogApiRef.T, 'getEntitiesByRefs'>;

const FIELDS = ['kind', 'metadata', 'relations'];

function targets(entity: Entity, type: string, kind = ''): string[] {
  return (entity.relations ?? [])
    .filter(each => each.type === type && each.targetRef.startsWith(kind))
    .map(({ targetRef }) => targetRef);
}

const dependencies = (entity: Entity) =>
  targets(entity, 'dependsOn', 'resource:');

/**
 * The clusters that a component depends on, or that a system has among its
 * parts and among what these depend on: one call of the catalog, and for a
 * system a second.
 */
export async function findClusterEntities(
  catalog: CatalogApi,
  entity: Entity,
  annotationPrefix: string,
): Promise<Entity[]> {
  const found = new Map<string, Entity>();
  const add = async (refs: string[]) => {
    const entityRefs = [...new Set(refs)].filter(ref => !found.has(ref));
    if (entityRefs.length === 0) return;
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs,
      fields: FIELDS,
    });
    // One that is gone, or that the user may not see, is left out.
    for (const each of items)
      if (each) found.set(stringifyEntityRef(each), each);
  };
  const isSystem = entity.kind.toLowerCase() === 'system';
  await add([
    ...dependencies(entity),
    ...(isSystem ? targets(entity, 'hasPart') : []),
  ]);
  if (isSystem) {
    await add([...found.values()].flatMap(dependencies));
  }
  return [...found.values()].filter(each => {
    const annotations = readAnnotations(each, annotationPrefix);
    return namesCluster(annotations) || annotations.virtualClusterUid;
  });
}
