import type { PlacedCluster } from './listAllKubernetesClusters';

/** The order in which clusters are offered: the entity's own first, and those without a Kubernetes API last. */
export function inOrderOfUse(
  clusters: PlacedCluster[],
  isOwn: (cluster: PlacedCluster) => boolean,
): PlacedCluster[] {
  const rank = (placed: PlacedCluster) =>
    Number(placed.cluster.gap === 'not-running') * 2 + Number(!isOwn(placed));
  return [...clusters].sort((a, b) => rank(a) - rank(b));
}
