import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_OIDC_TOKEN_PROVIDER,
} from '@backstage/plugin-kubernetes-common';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import type { KubernetesCluster } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ClusterProviderConfig } from '../config/ClusterProviderConfig';
import type { ChosenCluster, Gap } from './chooseClusters';

/** Metadata by which a cluster of ours is known again. */
export const CLUSTER_UID_METADATA = 'spectrocloud.com/cluster-uid';
export const INSTANCE_METADATA = 'spectrocloud.com/instance';

const REASONS: Record<Gap, string> = {
  'not-read-yet': 'not known yet',
  'not-running': 'not running',
  'no-kubeconfig': 'Palette has no kubeconfig of its users',
  'no-oidc': 'OIDC is not set up',
  'behind-proxy': "behind Palette's proxy",
  unreadable: 'its kubeconfig is unreadable',
  failed: "Palette didn't answer",
  'other-client': 'its API server expects another OIDC client',
};

/** As the Kubernetes plugin describes clusters. */
export function toClusterDetails(
  chosen: ChosenCluster[],
  config: ClusterProviderConfig,
): ClusterDetails[] {
  const titles = new Map<string, number>();
  for (const { cluster } of chosen) {
    titles.set(cluster.name, (titles.get(cluster.name) ?? 0) + 1);
  }
  return chosen.map(({ cluster, access, gap }) => {
    const { name, projectName, uid } = cluster;
    const isAmbiguous = (titles.get(name) ?? 0) > 1;
    const title =
      isAmbiguous && projectName ? `${name} (${projectName})` : name;
    return {
      name: nameOf(cluster, config),
      title: gap ? `${title}: ${REASONS[gap]}` : title,
      url: access.endpoint,
      caData: access.caData,
      skipMetricsLookup: config.skipMetricsLookup,
      authMetadata: {
        [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'oidc',
        [ANNOTATION_KUBERNETES_OIDC_TOKEN_PROVIDER]: config.oidcTokenProvider,
        [CLUSTER_UID_METADATA]: uid,
        [INSTANCE_METADATA]: config.instance,
      },
    };
  });
}

/**
 * The same for all users, whatever else each of them sees: two projects may have clusters
 * of one name.
 */
function nameOf(
  { uid, name, projectName, projectUid }: KubernetesCluster,
  { names, instance }: ClusterProviderConfig,
): string {
  // The catalog module's entities are called by their uids.
  if (names === 'entity') return uid;
  const parts = [
    names === 'instance-project-and-name' ? instance : undefined,
    projectName ?? projectUid ?? 'tenant',
    name,
  ];
  return parts
    .filter(part => part !== undefined)
    .map(toPart)
    .join('.');
}

/** Without the dot that separates the parts. */
function toPart(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Names that others have already get the cluster's uid. */
export function withUniqueNames(
  clusters: ClusterDetails[],
  taken: Iterable<string>,
): ClusterDetails[] {
  const names = new Set(taken);
  return clusters.map(cluster => {
    const name = names.has(cluster.name)
      ? `${cluster.name}.${cluster.authMetadata[CLUSTER_UID_METADATA]}`
      : cluster.name;
    names.add(name);
    return name === cluster.name ? cluster : { ...cluster, name };
  });
}
