import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { queryAll } from './queryAll';

/** What the catalog already has from a location, as far as it tells what would vanish. */
export async function heldEntities(
  catalog: CatalogService,
  location: string,
  credentials: BackstageCredentials,
): Promise<Entity[]> {
  return queryAll(
    catalog,
    {
      filter: { [`metadata.annotations.${ANNOTATION_LOCATION}`]: location },
      fields: [
        'apiVersion',
        'kind',
        'metadata.name',
        'metadata.namespace',
        'spec.type',
      ],
    },
    credentials,
  );
}
