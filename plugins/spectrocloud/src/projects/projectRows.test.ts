import type { ClusterRow } from '../clusters/clusterRows';
import { toProjectRows } from './projectRows';

const PROJECTS = [
  { metadata: { uid: 'p1', name: 'payments' }, description: 'Money' },
  { metadata: { uid: 'p2', name: 'retail' } },
];

const row = (change: Partial<ClusterRow>) =>
  ({
    kind: 'host',
    projectUid: 'p1',
    state: 'Running',
    health: 'Healthy',
    ...change,
  }) as ClusterRow;

describe('toProjectRows', () => {
  it('counts the clusters of the list, whatever is virtual, pending or failed', () => {
    const [payments, retail] = toProjectRows(PROJECTS, [
      row({}),
      row({ kind: 'virtual' }),
      row({ state: 'Provisioning', health: 'Unknown' }),
      row({ state: 'Error', health: 'UnHealthy' }),
    ]);
    expect(payments).toMatchObject({
      description: 'Money',
      clusters: 4,
      hosts: 3,
      virtual: 1,
      healthy: 2,
      unhealthy: 1,
      failed: 1,
    });
    expect(retail.clusters).toBe(0);
  });

  it('says nothing of clusters that are not known', () => {
    expect(toProjectRows(PROJECTS, undefined)[0].clusters).toBeUndefined();
  });
});
