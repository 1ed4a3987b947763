import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { isReady } from './findWorkloads';
import { groupWorkloads, keyOfWorkload } from './groupWorkloads';

/** A box of the graph. */
export interface WorkloadNode {
  id: string;
  /** What it is, above its name. */
  kind: string;
  name: string;
  isHealthy: boolean;
}

const ROOT = 'cluster';

/** The cluster, its namespaces, and what runs in them. */
export function workloadGraph(
  cluster: { kind: string; name: string },
  namespaceKind: string,
  workloads: ClusterWorkload[],
) {
  const nodes: WorkloadNode[] = [
    { id: ROOT, ...cluster, isHealthy: workloads.every(isReady) },
  ];
  const edges: Array<{ from: string; to: string }> = [];
  for (const { namespace, kinds } of groupWorkloads(workloads)) {
    const id = `namespace:${namespace}`;
    const inside = kinds.flatMap(kind => kind.workloads);
    nodes.push({
      id,
      kind: namespaceKind,
      name: namespace,
      isHealthy: inside.every(isReady),
    });
    edges.push({ from: ROOT, to: id });
    for (const workload of inside) {
      const key = keyOfWorkload(workload);
      const { kind, name } = workload;
      nodes.push({ id: key, kind, name, isHealthy: isReady(workload) });
      edges.push({ from: id, to: key });
    }
  }
  return { nodes, edges };
}
