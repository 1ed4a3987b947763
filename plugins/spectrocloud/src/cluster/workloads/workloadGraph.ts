import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { isReady } from './findWorkloads';
import { groupWorkloads, keyOfWorkload } from './groupWorkloads';

/** A box of the graph. */
export interface WorkloadNode {
  id: string;
  /** Of the box that a line leads from; none of the first one. */
  parent?: string;
  /** How many lines lead to it from the first box. */
  depth: number;
  /** What it is, above its name. */
  kind: string;
  name: string;
  isHealthy: boolean;
}

const ROOT = 'cluster';

/** The cluster, its namespaces, and what runs in them; each box before those that it leads to. */
export function workloadGraph(
  cluster: { kind: string; name: string },
  namespaceKind: string,
  workloads: ClusterWorkload[],
): WorkloadNode[] {
  const nodes: WorkloadNode[] = [
    { id: ROOT, depth: 0, ...cluster, isHealthy: workloads.every(isReady) },
  ];
  for (const { namespace, kinds } of groupWorkloads(workloads)) {
    const id = `namespace:${namespace}`;
    const inside = kinds.flatMap(kind => kind.workloads);
    nodes.push({
      id,
      parent: ROOT,
      depth: 1,
      kind: namespaceKind,
      name: namespace,
      isHealthy: inside.every(isReady),
    });
    for (const workload of inside) {
      const { kind, name } = workload;
      nodes.push({
        id: keyOfWorkload(workload),
        parent: id,
        depth: 2,
        kind,
        name,
        isHealthy: isReady(workload),
      });
    }
  }
  return nodes;
}
