import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';

/** The workloads of a namespace, by their kinds. */
export interface NamespaceGroup {
  namespace: string;
  count: number;
  kinds: Array<{ kind: string; workloads: ClusterWorkload[] }>;
}

/** Names a workload among those of its cluster. */
export function keyOfWorkload(workload: ClusterWorkload): string {
  const { uid, kind, namespace, name } = workload;
  return uid ?? `${kind}/${namespace}/${name}`;
}

function groupBy<T>(all: T[], keyOf: (one: T) => string): Array<[string, T[]]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

/** Workloads by namespace and kind, in the order of the names; the agent doesn't report what owns what. */
export function groupWorkloads(workloads: ClusterWorkload[]): NamespaceGroup[] {
  return groupBy(workloads, ({ namespace = '' }) => namespace).map(
    ([namespace, inside]) => ({
      namespace,
      count: inside.length,
      kinds: groupBy(inside, ({ kind }) => kind).map(([kind, ofKind]) => ({
        kind,
        workloads: ofKind,
      })),
    }),
  );
}
