import type { Entity } from '@backstage/catalog-model';
import type { PaletteTeam } from '@terasky/backstage-plugin-spectrocloud-common';
import { API_VERSION, type Making } from './Making';
import { toEntityMetadata } from './paletteMetadata';

/**
 * A team of the tenant as a Group. Its members that this provider makes name it
 * themselves; it names those whom the catalog has of another one.
 */
export function toGroup(making: Making, team: PaletteTeam): Entity {
  const { metadata } = team;
  const { uid, name } = metadata;
  const members = [...making.existingUsers].flatMap(([userUid, ref]) =>
    making.teamsOf.get(userUid)?.includes(uid) ? [ref] : [],
  );
  return {
    apiVersion: API_VERSION,
    kind: 'Group',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      annotations: { own: { 'team-uid': uid }, others: {} },
    }),
    spec: {
      type: 'team',
      profile: { displayName: name },
      children: [],
      members: members.sort(),
    },
  };
}
