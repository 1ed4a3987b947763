import * as fixtures from '../__fixtures__/palette';
import type { V1ClusterSummary } from '../palette/v1';
import { toClusterSummary } from './listedCluster';

const statusOf = (status: NonNullable<V1ClusterSummary['status']>) =>
  toClusterSummary({ status }).status;

describe('toClusterSummary', () => {
  it('tells what needs somebody, and what is used and paid', () => {
    const { status } = toClusterSummary(fixtures.clusterRow('uid-1', 'prod'));
    expect(status).toMatchObject({
      repave: 'Pending',
      updateAvailable: true,
      cpuMilliCore: { used: 8_400, total: 24_000 },
      memoryMiB: { used: 34_406, total: 98_304 },
      costPerHour: 1.14,
    });
  });

  it.each([
    ['nothing', undefined],
    ['no total yet', { total: 0, usage: 0, unit: 'MilliCore' }],
    ['no use', { total: 4, unit: 'MilliCore' }],
    ['another unit', { total: 4, usage: 1, unit: 'Core' }],
  ])('makes nothing up where Palette tells %s of CPUs', (_, cpu) => {
    expect(statusOf({ metrics: { cpu } }).cpuMilliCore).toBeUndefined();
  });

  it('takes no rates for no cost known, rather than for free', () => {
    const { costPerHour } = statusOf({ hourlyRate: { total: 0 } });
    expect(costPerHour).toBeUndefined();
  });

  it('tells of a version of Kubernetes that is out of its registry', () => {
    const pack = { name: 'kubernetes', layer: 'k8s', version: '1.29.0' };
    const withdrawn = (isInvalid?: boolean) =>
      toClusterSummary({
        specSummary: {
          clusterProfileTemplates: [{ packs: [{ ...pack, isInvalid }] }],
        },
      }).spec.kubernetesWithdrawn;
    expect(withdrawn(true)).toBe(true);
    expect(withdrawn(false)).toBeUndefined();
    expect(withdrawn()).toBeUndefined();
  });
});
