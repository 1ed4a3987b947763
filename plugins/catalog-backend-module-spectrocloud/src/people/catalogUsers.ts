import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  PALETTE_ANNOTATIONS,
  PALETTE_USER_ID_ANNOTATION,
  type PaletteUser,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { type EntityFilter, queryAll } from '../provider/queryAll';

/**
 * The Users of the catalog, as far as Palette's can be found among them.
 *
 * @param user - only who may be this one
 */
export async function catalogUsers(
  catalog: CatalogService,
  credentials: BackstageCredentials,
  user?: PaletteUser,
): Promise<Entity[]> {
  return queryAll(
    catalog,
    {
      filter: user ? mayBe(user) : { kind: 'user' },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        `metadata.annotations.${PALETTE_ANNOTATIONS.managedBy}`,
        `metadata.annotations.${PALETTE_USER_ID_ANNOTATION}`,
        'spec.profile.email',
      ],
    },
    credentials,
  );
}

function mayBe({ metadata, spec }: PaletteUser): EntityFilter {
  return [
    {
      kind: 'user',
      [`metadata.annotations.${PALETTE_USER_ID_ANNOTATION}`]: metadata.uid,
    },
    ...(spec.email ? [{ kind: 'user', 'spec.profile.email': spec.email }] : []),
  ];
}
