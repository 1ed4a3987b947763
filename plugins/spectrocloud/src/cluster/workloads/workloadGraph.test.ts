import { workloadGraph } from './workloadGraph';

const workload = (namespace: string | undefined, name: string, ready = 1) => ({
  kind: 'Deployment' as const,
  namespace,
  name,
  ready,
  wanted: 1,
});

describe('workloadGraph', () => {
  it('leads from the cluster over namespaces to what runs there', () => {
    const { nodes, edges } = workloadGraph(
      { kind: 'Cluster', name: 'prod' },
      'Namespace',
      [
        workload('apps', 'front'),
        workload('apps', 'worker', 0),
        workload(undefined, 'odd'),
      ],
    );
    expect(
      nodes.map(({ kind, name, isHealthy }) => [kind, name, isHealthy]),
    ).toEqual([
      ['Cluster', 'prod', false],
      ['Namespace', '', true],
      ['Deployment', 'odd', true],
      ['Namespace', 'apps', false],
      ['Deployment', 'front', true],
      ['Deployment', 'worker', false],
    ]);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids.size).toBe(nodes.length);
    expect(edges).toHaveLength(nodes.length - 1);
    expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(
      true,
    );
  });
});
