import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const PAGE_SIZE = 1_000;

/** What the catalog already has from a location, as far as it tells what would vanish. */
export async function heldEntities(
  catalog: CatalogService,
  location: string,
  credentials: BackstageCredentials,
): Promise<Entity[]> {
  const held: Entity[] = [];
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await catalog.queryEntities(
      cursor
        ? { cursor, limit: PAGE_SIZE }
        : {
            filter: {
              [`metadata.annotations.${ANNOTATION_LOCATION}`]: location,
            },
            fields: [
              'apiVersion',
              'kind',
              'metadata.name',
              'metadata.namespace',
              'spec.type',
            ],
            limit: PAGE_SIZE,
          },
      { credentials },
    );
    held.push(...items);
    cursor = pageInfo.nextCursor;
  } while (cursor);
  return held;
}
