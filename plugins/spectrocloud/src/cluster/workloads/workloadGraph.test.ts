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
    const nodes = workloadGraph(
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
    const nameOf = (id?: string) => nodes.find(node => node.id === id)?.name;
    expect(nodes.map(({ parent, depth }) => [nameOf(parent), depth])).toEqual([
      [undefined, 0],
      ['prod', 1],
      ['', 2],
      ['prod', 1],
      ['apps', 2],
      ['apps', 2],
    ]);
  });
});
