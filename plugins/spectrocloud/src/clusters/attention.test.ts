import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { attentionOf } from './attention';

const NOW = Date.parse('2026-11-01T12:00:00Z');
const minutesAgo = (minutes: number) =>
  new Date(NOW - minutes * 60_000).toISOString();

function attention(
  status: VirtualClusterSummary['status'],
  rest: Partial<VirtualClusterSummary> = {},
) {
  const metadata = { uid: 'uid', name: 'name' };
  return attentionOf({ metadata, spec: {}, ...rest, status }, NOW);
}

describe('attentionOf', () => {
  it('finds nothing with a cluster that runs well', () => {
    const health = {
      state: 'Healthy',
      lastHeartBeatTimestamp: minutesAgo(1),
      conditions: [],
    };
    expect(attention({ state: 'Running', health, repave: 'Approved' })).toEqual(
      [],
    );
  });

  it('names every reason, the worst first', () => {
    expect(
      attention(
        {
          state: 'Running',
          updateAvailable: true,
          repave: 'Pending',
          health: {
            state: 'Unhealthy',
            lastHeartBeatTimestamp: minutesAgo(16),
          },
        },
        { spec: { kubernetesWithdrawn: true } },
      ),
    ).toEqual(['unhealthy', 'silent', 'repave', 'withdrawn', 'update']);
    expect(attention({ state: 'Failed' })).toEqual(['failed']);
  });

  it.each([
    ['that is being provisioned', 'Provisioning', undefined],
    ['that is paused', 'Running', 'Paused'],
  ])('does not wait for the agent of a cluster %s', (_, state, lifecycle) => {
    const health = { state: 'Unknown', lastHeartBeatTimestamp: minutesAgo(60) };
    expect(attention({ state, health }, { virtual: { lifecycle } })).toEqual(
      [],
    );
  });

  it('does not take an agent that never spoke for silent', () => {
    expect(
      attention({ state: 'Running', health: { state: 'Unknown' } }),
    ).toEqual([]);
  });

  it('asks nobody to look after what is being deleted', () => {
    expect(
      attention({
        state: 'Deleting',
        repave: 'Pending',
        updateAvailable: true,
      }),
    ).toEqual([]);
  });
});
