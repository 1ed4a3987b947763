import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Alternatives, each with all that must be so. */
export type EntityFilter = Record<string, string> | Record<string, string>[];

const PAGE_SIZE = 1_000;

/** All entities that a filter lets through, page by page. */
export async function queryAll(
  catalog: CatalogService,
  query: { filter: EntityFilter; fields: string[] },
  credentials: BackstageCredentials,
): Promise<Entity[]> {
  const found: Entity[] = [];
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await catalog.queryEntities(
      cursor
        ? { cursor, fields: query.fields, limit: PAGE_SIZE }
        : { ...query, limit: PAGE_SIZE },
      { credentials },
    );
    found.push(...items);
    cursor = pageInfo.nextCursor;
  } while (cursor);
  return found;
}
