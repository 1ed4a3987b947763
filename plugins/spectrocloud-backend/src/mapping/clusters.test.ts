import * as fixtures from '../__fixtures__/palette';
import { isUpgrading, toAttachedProfile, toCluster } from './clusters';
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

describe('toAttachedProfile', () => {
  it('has the version that people give, and not the number beside it', () => {
    const template = { uid: 'profile-1', version: 1 };
    expect(
      toAttachedProfile({ ...template, profileVersion: '2.1.0' }).version,
    ).toBe('2.1.0');
    expect(toAttachedProfile(template).version).toBeUndefined();
  });
});

describe('isUpgrading', () => {
  const begun = { startTime: '2026-06-01T10:00:00.000Z' };
  const done = { ...begun, endTime: '2026-06-01T10:05:00.000Z' };

  it('is so while a pack of a running cluster is not at its end', () => {
    const state = 'Running';
    expect(isUpgrading({ state, packs: [done, begun] })).toBe(true);
    expect(isUpgrading({ state, packs: [done] })).toBe(false);
    const zero = { ...begun, endTime: '0001-01-01T00:00:00.000Z' };
    expect(isUpgrading({ state, packs: [zero] })).toBe(true);
  });

  it('is not so of what has no begin, is ready, or is no running cluster', () => {
    const ready = { ...begun, condition: { status: 'True' } };
    expect(isUpgrading({ state: 'Running', packs: [{}, ready] })).toBe(false);
    expect(isUpgrading({ state: 'Provisioning', packs: [begun] })).toBe(false);
  });
});
