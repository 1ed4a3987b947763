import type { Entity } from '@backstage/catalog-model';
import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { toEntityName } from './fitting';
import {
  API_VERSION,
  type Making,
  ownerOf,
  projectAnnotations,
  referTo,
  systemOf,
} from './Making';
import { toEntityMetadata } from './paletteMetadata';

const TYPE = 'kubernetes-cluster';
/** Which cluster the Kubernetes plugin asks for the entity's objects. */
const KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';

/** A host cluster or a virtual one as a Resource. */
export function toCluster(
  making: Making,
  cluster: VirtualClusterSummary,
): Entity {
  const { metadata, spec, virtual } = cluster;
  const { uid, name } = metadata;
  const { projectUid } = spec;
  const profiles = making.profilesOf.get(uid) ?? [];
  const host = virtual?.hostCluster?.uid ?? virtual?.clusterGroup?.uid;
  return {
    apiVersion: API_VERSION,
    kind: 'Resource',
    metadata: toEntityMetadata(making.config, metadata, {
      tenantUid: making.tenantUid,
      annotations: {
        own: {
          'cluster-uid': uid,
          'cluster-name': name,
          'cloud-type': spec.cloudType,
          ...projectAnnotations(making, projectUid),
        },
        others: {
          'cluster-id': uid,
          'project-id': projectUid,
          'cluster-profile-refs':
            profiles
              .flatMap(profile => referTo(making, profile.uid) ?? [])
              .join(',') || undefined,
        },
        // The Kubernetes module calls the cluster so, with `names: entity`.
        further: { [KUBERNETES_CLUSTER]: toEntityName(uid) },
      },
      consolePath:
        projectUid && `/projects/${projectUid}/clusters/${uid}/overview`,
    }),
    spec: {
      type: TYPE,
      owner: ownerOf(making, uid),
      system: systemOf(making, projectUid),
      dependsOn: [host, ...profiles.map(profile => profile.uid)].flatMap(
        dependency => (dependency && referTo(making, dependency)) ?? [],
      ),
    },
  };
}
