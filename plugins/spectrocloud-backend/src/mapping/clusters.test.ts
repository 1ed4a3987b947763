import * as fixtures from '../__fixtures__/palette';
import { toCluster } from './clusters';
import { toClusterSummary } from './listedCluster';

describe('hybrid machine pools', () => {
  it('are among the nodes of a row', () => {
    const row = fixtures.clusterRow('cluster-1', 'prod');
    expect(toClusterSummary(row).spec.nodes).toEqual({
      size: 6,
      healthy: 4,
      inMaintenance: 1,
    });
  });

  it('are all the nodes where there are no others', () => {
    const row = fixtures.clusterRow('cluster-1', 'prod');
    const { machinePools: _none, ...cloudConfig } = row.specSummary.cloudConfig;
    const nodes = (config: object) =>
      toClusterSummary({ specSummary: { cloudConfig: config } }).spec.nodes;
    expect(nodes(cloudConfig)).toMatchObject({ size: 2, healthy: 1 });
    expect(nodes({})).toBeUndefined();
  });

  it('are among the pools of a cluster, with their own cloud and what is in maintenance', () => {
    const { machinePools } = toCluster(fixtures.clusterOverview, new Map(), {
      readAt: new Date(),
    }).spec;
    expect(machinePools).toMatchObject([
      { size: 1, labels: ['master'] },
      { size: 3, healthy: 2, inMaintenance: 1 },
      { size: 2, healthy: 1, cloudType: 'edge-native', labels: ['stores'] },
    ]);
  });
});
