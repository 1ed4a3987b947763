import type { KubernetesCluster } from '@terasky/backstage-plugin-spectrocloud-common';

/** What the Kubernetes plugin calls a cluster of Palette; see the backend module's README. */
export function findClusterName(
  { uid, name, projectName, projectUid }: KubernetesCluster,
  instances: string[],
  known: string[],
): string | undefined {
  const byProject = [projectName ?? projectUid ?? 'tenant', name]
    .map(toPart)
    .join('.');
  const names = [
    uid,
    byProject,
    ...instances.map(instance => `${toPart(instance)}.${byProject}`),
  ];
  // Where somebody else has a name, the cluster's has its uid at the end.
  return [...names.map(each => `${each}.${uid}`), ...names].find(each =>
    known.includes(each),
  );
}

function toPart(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
