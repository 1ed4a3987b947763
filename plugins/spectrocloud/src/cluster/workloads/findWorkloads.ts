import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';

/** Phases of a pod that runs nothing, or of which nothing is known. */
const UNREADY_PHASES = ['Pending', 'Failed', 'Unknown'];

/** Whether all pods that are wanted are ready, and a pod is in a phase to be glad of. */
export function isReady(workload: ClusterWorkload): boolean {
  const { ready = 0, wanted = 0, phase = '' } = workload;
  return ready >= wanted && !UNREADY_PHASES.includes(phase);
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
