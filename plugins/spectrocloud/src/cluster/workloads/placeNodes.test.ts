import { placeNodes } from './placeNodes';
import { workloadGraph } from './workloadGraph';

const workload = (namespace: string, name: string) => ({
  kind: 'Deployment' as const,
  namespace,
  name,
});

const nodes = workloadGraph({ kind: 'Cluster', name: 'prod' }, 'Namespace', [
  workload('apps', 'front'),
  workload('apps', 'worker'),
  workload('system', 'agent'),
]);

const placesOf = (isNarrow: boolean) =>
  Object.fromEntries(
    placeNodes(nodes, isNarrow).boxes.map(({ node, x, y, line }) => [
      node.name,
      { x, y, line },
    ]),
  );

describe('placeNodes', () => {
  it('puts beside a box what it leads to, from its own row on', () => {
    const { prod, apps, front, worker, system, agent } = placesOf(false);
    expect([prod.y, apps.y, front.y]).toEqual([0, 0, 0]);
    expect(worker.y).toBeGreaterThan(front.y + 52);
    expect([system.y, system.x]).toEqual([agent.y, apps.x]);
    expect(system.y).toBeGreaterThan(worker.y + 52);
    expect(apps.x).toBeGreaterThan(prod.x + 220);
    expect(front.x).toBeGreaterThan(apps.x + 220);
    expect(prod.line).toBeUndefined();
    expect(worker.line).toBe(`M496 26H524V90H${worker.x}`);
  });

  it('fits a phone without being made smaller, one box below the other', () => {
    const { boxes, width, height } = placeNodes(nodes, true);
    expect(width).toBeLessThanOrEqual(300);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(nodes.length);
    expect(height).toBe(nodes.length * 64 - 12);
    expect(placesOf(true).front.line).toBe('M42 116V154H56');
  });

  it('keeps boxes apart whose ids are the same', () => {
    const twice = workloadGraph(
      { kind: 'Cluster', name: 'prod' },
      'Namespace',
      [workload('apps', ''), workload('apps', '')],
    );
    expect(placeNodes(twice, false).boxes).toHaveLength(twice.length);
  });
});
