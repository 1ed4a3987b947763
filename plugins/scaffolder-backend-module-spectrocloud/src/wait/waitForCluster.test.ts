import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { clusterWith, failure } from '../__testUtils__/FakePalette';
import { FakeClock } from '../__testUtils__/FakeClock';
import { type Goal, waitForCluster } from './waitForCluster';

const MINUTE = 60_000;

describe('waitForCluster', () => {
  let clock: FakeClock;
  let lines: string[];
  let stateAt: (minutes: number) => { state?: string; upgrading?: boolean };
  let health: () => ReturnType<typeof clusterWith>;
  let startedAt: number;

  const api = {
    getClusterState: async (uid: string) => ({
      uid,
      ...stateAt((clock.now() - startedAt) / MINUTE),
    }),
    getCluster: async () => health(),
  } as unknown as SpectroCloudApi;

  beforeEach(() => {
    clock = new FakeClock();
    startedAt = clock.now();
    lines = [];
    stateAt = minutes => ({
      state: minutes < 90 ? 'Provisioning' : 'Running',
    });
    health = () => clusterWith('Healthy');
  });

  const wait = (
    options: {
      until?: Goal;
      expiresAt?: number;
      signal?: AbortSignal;
      timeoutMs?: number;
    } = {},
  ) =>
    waitForCluster(
      {
        clusterUid: 'c1',
        until: options.until ?? 'running',
        pollMs: 15_000,
        timeoutMs: options.timeoutMs ?? 180 * MINUTE,
        expiresAt: options.expiresAt,
        stepName: 'Wait for it',
        place: { projectUid: 'p1', signal: options.signal },
      },
      { api, clock, log: line => lines.push(line) },
    );

  it('waits ninety minutes, and says what changes and that it lives', async () => {
    expect(await wait()).toBe('Running');
    expect(clock.now() - startedAt).toBe(90 * MINUTE);
    expect(lines[0]).toBe('0 s: The cluster is Provisioning');
    expect(lines[1]).toBe('5 min: The cluster is still Provisioning');
    expect(lines.at(-1)).toBe('1 h 30 min: The cluster is Running');
    expect(lines).toHaveLength(2 + 17);
  });

  it(`ends before the user's token does, and names the step; run again with a new one, it goes on`, async () => {
    const expiresAt = startedAt + 60 * MINUTE;
    await expect(wait({ expiresAt })).rejects.toThrow(
      /ends at 2026-01-01T13:00:00.000Z.*is Provisioning.*from the step 'Wait for it'/,
    );
    expect(clock.now()).toBeLessThan(expiresAt);
    expect(clock.now()).toBeGreaterThan(expiresAt - MINUTE);
    const calls = clock.slept.length;
    expect(await wait({ expiresAt: expiresAt + 60 * MINUTE })).toBe('Running');
    expect(clock.now() - startedAt).toBe(90 * MINUTE);
    // Half an hour more, in looks every 15 seconds.
    expect(clock.slept.length - calls).toBeLessThanOrEqual(4 * 31);
  });

  it('asks nothing with a token that is as good as gone', async () => {
    stateAt = () => ({ state: 'Running' });
    expect(await wait({ expiresAt: clock.now() + 1_000 })).toBe('Running');
    stateAt = () => ({ state: 'Provisioning' });
    await expect(wait({ expiresAt: clock.now() + 1_000 })).rejects.toThrow(
      'sign-in',
    );
    expect(clock.slept).toEqual([]);
  });

  it(`goes on while Palette can't be asked, saying so once`, async () => {
    const busy = await failure(503, { name: 'PaletteBusyError', message: 'b' });
    stateAt = minutes => {
      if (minutes >= 1 && minutes < 3) throw busy;
      return { state: minutes < 5 ? 'Provisioning' : 'Running' };
    };
    expect(await wait()).toBe('Running');
    expect(lines.filter(line => line.includes("can't be asked"))).toEqual([
      "1 min: Palette can't be asked: b. Going on",
    ]);
    expect(lines).toContain('3 min: Palette answers again');
  });

  it.each([401, 403, 404])('ends on %d', async status => {
    const refused = await failure(status, { name: 'E', message: 'no' });
    stateAt = () => {
      throw refused;
    };
    await expect(wait()).rejects.toBe(refused);
  });

  it(`tells why Palette failed`, async () => {
    stateAt = minutes => ({ state: minutes < 2 ? 'Provisioning' : 'Error' });
    health = () =>
      clusterWith('Unknown', [
        { type: 'Ready', status: 'False', message: 'no\nquota' },
        { type: 'Fine', status: 'True', message: 'fine' },
      ]);
    await expect(wait()).rejects.toThrow(
      /of the cluster c1\n- Ready: no quota$/,
    );
  });

  it('reports conditions as they change', async () => {
    stateAt = minutes => ({ state: minutes < 4 ? 'Provisioning' : 'Running' });
    health = () =>
      clusterWith('Unknown', [
        {
          type: 'ControlPlane',
          status: clock.now() - startedAt < 3 * MINUTE ? 'False' : 'True',
        },
      ]);
    await wait();
    expect(lines.filter(line => line.includes('ControlPlane'))).toEqual([
      '1 min: ControlPlane: False',
      '3 min: ControlPlane: True',
    ]);
  });

  it('waits for health where that is asked for', async () => {
    stateAt = () => ({ state: 'Running' });
    health = () =>
      clusterWith(clock.now() - startedAt < MINUTE ? 'Unknown' : 'Healthy');
    await wait({ until: 'healthy' });
    expect(clock.now() - startedAt).toBe(MINUTE);
  });

  it('is not done while packs are being replaced', async () => {
    stateAt = minutes => ({ state: 'Running', upgrading: minutes < 2 });
    await wait();
    expect(clock.now() - startedAt).toBe(2 * MINUTE);
  });

  it('waits until a cluster is gone', async () => {
    const gone = await failure(404, { name: 'NotFoundError', message: 'gone' });
    stateAt = minutes => {
      if (minutes >= 10) throw gone;
      return { state: 'Deleting' };
    };
    expect(await wait({ until: 'deleted' })).toBe('Deleted');
    await expect(wait()).rejects.toBe(gone);
  });

  it('does not wait for what is being deleted', async () => {
    stateAt = () => ({ state: 'Deleting' });
    await expect(wait()).rejects.toThrow('is being deleted');
  });

  it('gives up when its time is up', async () => {
    await expect(wait({ timeoutMs: 30 * MINUTE })).rejects.toThrow(
      "is not running after 30 min; it is Provisioning. Start the task again from the step 'Wait for it'",
    );
    expect(clock.now() - startedAt).toBe(30 * MINUTE);
  });

  it('ends with the task that was cancelled', async () => {
    const controller = new AbortController();
    controller.abort(new DOMException('cancelled', 'AbortError'));
    await expect(wait({ signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
