import { cluster } from '../__testUtils__/paletteData';
import { clusterStatus } from './clusterStatus';

const statusOf = (state: string, health: string, lifecycle?: string) => {
  const { sentence, reason } = clusterStatus({
    ...cluster,
    status: { ...cluster.status, state, health: { state: health } },
    virtual: lifecycle ? { lifecycle } : undefined,
  });
  return reason ? `${sentence}: ${reason}` : sentence;
};

describe('clusterStatus', () => {
  it.each([
    ['Running', 'Healthy', 'healthy'],
    ['Running', 'Unhealthy', 'unhealthy: One node short'],
    ['Running', 'Unknown', 'running'],
    ['Provisioning', 'Unknown', 'Provisioning: One node short'],
    ['Failed', 'UnHealthy', 'Error: One node short'],
    ['Deleted', 'Unknown', 'Deleted'],
    ['Hibernating', 'Healthy', 'other'],
  ])('tells %s and %s as %s', (state, health, expected) => {
    expect(statusOf(state, health)).toBe(expected);
  });

  it('tells an upgrade from what runs undisturbed', () => {
    const { sentence, state } = clusterStatus({
      ...cluster,
      status: { ...cluster.status, upgrading: true },
    });
    expect([sentence, state]).toEqual(['upgrading', 'Provisioning']);
  });

  it('lets the life of a virtual cluster say more than its state', () => {
    expect(statusOf('Running', 'Healthy', 'Paused')).toBe('Paused');
    expect(statusOf('Running', 'Healthy', 'Running')).toBe('healthy');
  });
});
