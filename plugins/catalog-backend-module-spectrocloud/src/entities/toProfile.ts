import type { Entity } from '@backstage/catalog-model';
import {
  API_VERSION,
  type Making,
  ownerOf,
  projectAnnotations,
  projectOf,
  systemOf,
} from './Making';
import { toEntityMetadata } from './paletteMetadata';
import type { ProfileFamily } from './profileFamilies';

const TYPE = 'palette-cluster-profile';

/** All versions of a profile as one Resource. */
export function toProfile(making: Making, family: ProfileFamily): Entity {
  const { uid, latest, versions } = family;
  const { metadata, spec } = latest;
  const projectUid = projectOf(metadata);
  return {
    apiVersion: API_VERSION,
    kind: 'Resource',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      uid,
      annotations: {
        own: {
          'profile-uid': metadata.uid,
          'profile-type': spec.type,
          'profile-versions': versions.join(','),
          'cloud-type': spec.cloudType,
          ...projectAnnotations(making, projectUid),
        },
        others: { 'profile-id': metadata.uid, 'project-id': projectUid },
      },
    }),
    spec: {
      type: TYPE,
      owner: ownerOf(making, uid),
      system: systemOf(making, projectUid),
    },
  };
}
