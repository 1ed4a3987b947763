import type { Entity } from '@backstage/catalog-model';
import type { ClusterGroup } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  API_VERSION,
  type Making,
  ownerOf,
  projectAnnotations,
  projectOf,
  referTo,
  systemOf,
} from './Making';
import { toEntityMetadata } from './paletteMetadata';

const TYPE = 'kubernetes-cluster-group';

/** A cluster group as a Resource. */
export function toClusterGroup(
  making: Making,
  { metadata, spec }: ClusterGroup,
): Entity {
  const { uid } = metadata;
  const projectUid = projectOf(metadata);
  return {
    apiVersion: API_VERSION,
    kind: 'Resource',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      annotations: {
        own: {
          'cluster-group-uid': uid,
          ...projectAnnotations(making, projectUid),
        },
        others: { 'cluster-group-id': uid, 'project-id': projectUid },
      },
    }),
    spec: {
      type: TYPE,
      owner: ownerOf(making, uid),
      system: systemOf(making, projectUid),
      dependsOn: spec.hostClusters.flatMap(
        host => referTo(making, host.uid) ?? [],
      ),
    },
  };
}
