import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';

/** Whether all pods that are wanted are ready. */
export function isReady({ ready = 0, wanted = 0 }: ClusterWorkload): boolean {
  return ready >= wanted;
}

/** Those that fit; what isn't ready comes first, then by namespace and name. */
export function findWorkloads(
  workloads: ClusterWorkload[],
  by: { search: string; kind: string; namespace: string },
): ClusterWorkload[] {
  const words = by.search.toLowerCase().split(/\s+/).filter(Boolean);
  return workloads
    .filter(
      ({ kind, namespace = '', name }) =>
        (!by.kind || by.kind === kind) &&
        (!by.namespace || by.namespace === namespace) &&
        words.every(word =>
          `${kind} ${namespace} ${name}`.toLowerCase().includes(word),
        ),
    )
    .sort(
      (a, b) =>
        Number(isReady(a)) - Number(isReady(b)) ||
        (a.namespace ?? '').localeCompare(b.namespace ?? '') ||
        a.name.localeCompare(b.name),
    );
}
