import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { pollClusters } from './pollClusters';

const cluster = (
  uid: string,
  state: string,
  virtual?: VirtualClusterSummary['virtual'],
): VirtualClusterSummary => ({
  metadata: { uid, name: uid },
  spec: { projectUid: 'project-1' },
  status: { state },
  virtual,
});

/** Lets what has been answered be worked on, and the clock go on. */
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('pollClusters', () => {
  let controller: AbortController;
  let visible: EventTarget & { hidden: boolean };
  const read = jest.fn();
  const onChange = jest.fn();
  const asked = () => read.mock.calls.map(([uid]) => uid);

  beforeEach(() => {
    jest.useFakeTimers();
    controller = new AbortController();
    visible = Object.assign(new EventTarget(), { hidden: false });
    read.mockReset().mockImplementation(async uid => ({
      uid,
      state: 'Provisioning',
    }));
    onChange.mockReset();
  });

  afterEach(() => {
    controller.abort();
    jest.useRealTimers();
  });

  const start = (clusters: VirtualClusterSummary[]) =>
    pollClusters({
      clusters,
      read,
      onChange,
      visible,
      signal: controller.signal,
    });

  const show = (isShown: boolean) => {
    visible.hidden = !isShown;
    visible.dispatchEvent(new Event('visibilitychange'));
  };

  it('makes no call where nothing is changing', async () => {
    start([
      cluster('a', 'Running'),
      cluster('b', 'Error'),
      cluster('c', 'Running', { lifecycle: 'Paused' }),
    ]);
    await pass(600_000);
    expect(read).not.toHaveBeenCalled();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('asks for those that are changing alone, in their project', async () => {
    start([
      cluster('a', 'Provisioning'),
      cluster('b', 'Running'),
      cluster('c', 'Running', { lifecycle: 'Pausing' }),
    ]);
    await pass(9_999);
    expect(read).not.toHaveBeenCalled();
    await pass(1);
    expect(asked()).toEqual(['a', 'c']);
    expect(read).toHaveBeenCalledWith('a', {
      projectUid: 'project-1',
      signal: controller.signal,
    });
  });

  it('slows down from 10 s to 60 s while nothing happens', async () => {
    start([cluster('a', 'Provisioning')]);
    const times: number[] = [];
    const began = Date.now();
    read.mockImplementation(async uid => {
      times.push(Date.now() - began);
      return { uid, state: 'Provisioning' };
    });
    await pass(320_000);
    const waits = times.map((time, index) => time - (times[index - 1] ?? 0));
    expect(waits).toEqual([
      10_000, 15_000, 22_500, 33_750, 50_625, 60_000, 60_000, 60_000,
    ]);
  });

  it('tells what has changed, and is done with what has settled or gone', async () => {
    start([cluster('a', 'Provisioning'), cluster('b', 'Deleting')]);
    read.mockImplementation(async uid => {
      if (uid === 'b') throw Object.assign(new Error(), { statusCode: 404 });
      return { uid, state: 'Running' };
    });
    await pass(10_000);
    expect(onChange.mock.calls).toEqual([
      ['a', expect.objectContaining({ status: { state: 'Running' } })],
      ['b', undefined],
    ]);
    await pass(600_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('asks again for what could not be asked for', async () => {
    start([cluster('a', 'Provisioning')]);
    read.mockRejectedValueOnce(Object.assign(new Error(), { statusCode: 503 }));
    await pass(10_000);
    expect(onChange).not.toHaveBeenCalled();
    await pass(15_000);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('asks for five at once', async () => {
    let open = 0;
    let most = 0;
    read.mockImplementation(async uid => {
      open += 1;
      most = Math.max(most, open);
      await new Promise(resolve => setTimeout(resolve, 100));
      open -= 1;
      return { uid, state: 'Provisioning' };
    });
    start(Array.from({ length: 12 }, (_, i) => cluster(`${i}`, 'Pending')));
    await pass(10_000 + 300);
    expect(read).toHaveBeenCalledTimes(12);
    expect(most).toBe(5);
  });

  it('makes no call while the page is hidden, and soon one when it is shown again', async () => {
    start([cluster('a', 'Provisioning')]);
    show(false);
    await pass(600_000);
    expect(read).not.toHaveBeenCalled();
    show(true);
    await pass(0);
    expect(read).toHaveBeenCalledTimes(1);
    show(false);
    show(true);
    await pass(0);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('ends with the page', async () => {
    start([cluster('a', 'Provisioning')]);
    controller.abort();
    show(true);
    await pass(600_000);
    expect(read).not.toHaveBeenCalled();
  });

  it('follows an upgrade, of which only a cluster by itself tells, to its end', async () => {
    const upgrading = cluster('a', 'Running');
    pollClusters({
      clusters: [
        { ...upgrading, status: { ...upgrading.status, upgrading: true } },
      ],
      read,
      onChange,
      signal: controller.signal,
      visible,
    });
    read.mockResolvedValue({ uid: 'a', state: 'Running', upgrading: true });
    await pass(10_000);
    expect(onChange).not.toHaveBeenCalled();
    read.mockResolvedValue({ uid: 'a', state: 'Running', upgrading: false });
    await pass(60_000);
    expect(onChange).toHaveBeenCalledTimes(1);
    read.mockClear();
    await pass(120_000);
    expect(read).not.toHaveBeenCalled();
  });
});
