import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';

/** The version of the Kubernetes pack in the cluster's profiles. */
export function wantedKubernetes({ spec }: Cluster): string | undefined {
  return spec.profiles
    .flatMap(({ packs }) => packs)
    .find(({ layer }) => layer === 'k8s')?.version;
}

/** Whether another version runs than the profile wants. */
export function isKubernetesChanging(cluster: Cluster): boolean {
  const wanted = wantedKubernetes(cluster);
  const running = cluster.spec.kubernetesVersion;
  return Boolean(wanted && running) && !isWantedVersion(running, wanted);
}

/** Whether that runs which is wanted; a managed cloud's profile names the minor release alone. */
export function isWantedVersion(
  running: string | undefined,
  wanted: string | undefined,
): boolean {
  return running === wanted || running?.startsWith(`${wanted}.`) === true;
}
