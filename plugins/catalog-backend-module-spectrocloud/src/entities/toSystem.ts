import type { Entity } from '@backstage/catalog-model';
import type { Project } from '@terasky/backstage-plugin-spectrocloud-common';
import { API_VERSION, type Making, ownerOf } from './Making';
import { toEntityMetadata } from './paletteMetadata';

/** A project as a System. */
export function toSystem(making: Making, { metadata }: Project): Entity {
  const { uid, name } = metadata;
  return {
    apiVersion: API_VERSION,
    kind: 'System',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      annotations: {
        own: { 'project-uid': uid, 'project-name': name },
        others: { 'project-id': uid },
      },
      consolePath: `/projects/${uid}/clusters`,
    }),
    spec: { owner: ownerOf(making, uid) },
  };
}
