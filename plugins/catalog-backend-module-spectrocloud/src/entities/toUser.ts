import type { Entity } from '@backstage/catalog-model';
import type { PaletteUser } from '@terasky/backstage-plugin-spectrocloud-common';
import { API_VERSION, groupOf, type Making } from './Making';
import { toEntityMetadata } from './paletteMetadata';

/** A user of the tenant as a User. */
export function toUser(making: Making, user: PaletteUser): Entity {
  const { metadata, spec } = user;
  const { uid } = metadata;
  const { email, firstName, lastName } = spec;
  const displayName =
    [firstName, lastName].filter(Boolean).join(' ') || metadata.name || email;
  return {
    apiVersion: API_VERSION,
    kind: 'User',
    metadata: {
      ...toEntityMetadata(making.config, metadata, {
        tenantUid: making.tenantUid,
        annotations: { own: { 'user-id': uid }, others: {} },
      }),
      title: displayName,
    },
    spec: {
      profile: { displayName, ...(email && { email }) },
      memberOf: (making.teamsOf.get(uid) ?? []).flatMap(
        team => groupOf(making, team) ?? [],
      ),
    },
  };
}
