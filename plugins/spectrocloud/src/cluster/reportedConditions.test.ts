import { cluster } from '../__testUtils__/paletteData';
import { reportedConditions } from './reportedConditions';

const report = (state: string, statuses: Record<string, string>) =>
  reportedConditions({
    ...cluster,
    status: {
      ...cluster.status,
      state,
      conditions: Object.entries(statuses).map(([type, status]) => ({
        type,
        status,
      })),
    },
  });

describe('reportedConditions', () => {
  it('takes what is not ready while packs are replaced for work in progress', () => {
    const status = { ...cluster.status, upgrading: true };
    const [{ state }] = reportedConditions({ ...cluster, status });
    expect(state).toBe('Provisioning');
  });

  it('tells work in progress from failure', () => {
    const statuses = { A: 'True', B: 'False' };
    const states = (state: string) =>
      report(state, statuses).map(condition => condition.state);
    expect(states('Provisioning')).toEqual(['Healthy', 'Provisioning']);
    expect(states('Deleting')).toEqual(['Healthy', 'Provisioning']);
    expect(states('Running')).toEqual(['Healthy', 'UnHealthy']);
  });

  it('says what is unknown without calling it a failure', () => {
    expect(report('Running', { A: 'Unknown' })).toEqual([
      { type: 'A', state: 'Unknown', message: undefined },
    ]);
  });

  it('shows each kind once, as Palette itself tells it', () => {
    const reported = reportedConditions({
      ...cluster,
      status: {
        ...cluster.status,
        health: {
          state: 'UnHealthy',
          conditions: [
            { type: 'ControlPlaneReady', message: 'from the agent' },
            { type: 'Disk', message: 'full' },
          ],
        },
      },
    });
    expect(reported).toEqual([
      {
        type: 'ControlPlaneReady',
        state: 'UnHealthy',
        message: 'One node short',
      },
      { type: 'Disk', state: 'Warning', message: 'full' },
    ]);
  });
});
