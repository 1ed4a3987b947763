import type { ClusterLogsProgress } from '@terasky/backstage-plugin-spectrocloud-common';
import { waitForLogs } from './waitForLogs';

class Tab extends EventTarget {
  hidden = false;
  show(isShown: boolean) {
    this.hidden = !isShown;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const answer = (progress: ClusterLogsProgress['progress']) => ({ progress });
const failure = (statusCode: number) =>
  Object.assign(new Error(), { statusCode });

describe('waitForLogs', () => {
  let tab: Tab;
  let controller: AbortController;
  const look = jest.fn<Promise<ClusterLogsProgress>, []>();

  beforeEach(() => {
    jest.useFakeTimers();
    look.mockReset().mockResolvedValue(answer('collecting'));
    tab = new Tab();
    controller = new AbortController();
  });
  afterEach(() => jest.useRealTimers());

  const wait = () =>
    waitForLogs({
      look,
      signal: controller.signal,
      visible: tab as unknown as Document,
    });
  const pass = (seconds: number) =>
    jest.advanceTimersByTimeAsync(seconds * 1000);

  it.each(['ready', 'failed'] as const)(
    'looks after 5 s, then more slowly, until they are %s',
    async end => {
      const waiting = wait();
      await pass(4.9);
      expect(look).not.toHaveBeenCalled();
      await pass(0.2);
      expect(look).toHaveBeenCalledTimes(1);
      await pass(5.5);
      expect(look).toHaveBeenCalledTimes(1);
      look.mockResolvedValue(answer(end));
      await pass(1.5);
      expect(await waiting).toBe(end);
      expect(look).toHaveBeenCalledTimes(2);
    },
  );

  it('is given up after ten minutes, at few looks', async () => {
    const waiting = wait();
    await pass(11 * 60);
    expect(await waiting).toBe('gaveUp');
    expect(look.mock.calls.length).toBeLessThan(30);
    expect(look.mock.calls.length).toBeGreaterThan(15);
  });

  it('does not look in a hidden tab, but once it is shown', async () => {
    const waiting = wait();
    tab.show(false);
    await pass(60 * 60);
    expect(look).not.toHaveBeenCalled();
    look.mockResolvedValue(answer('ready'));
    tab.show(true);
    expect(await waiting).toBe('ready');
  });

  it('looks again where that failed for a while', async () => {
    look
      .mockRejectedValueOnce(failure(503))
      .mockRejectedValueOnce(failure(504));
    const waiting = wait();
    await pass(13);
    look.mockResolvedValue(answer('ready'));
    await pass(10);
    expect(await waiting).toBe('ready');
  });

  it.each([403, 404])('ends with a %d', async status => {
    look.mockRejectedValue(failure(status));
    const waiting = wait();
    await Promise.all([
      expect(waiting).rejects.toMatchObject({ statusCode: status }),
      pass(5),
    ]);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('ends when the dialog is closed', async () => {
    const waiting = wait();
    controller.abort();
    await expect(waiting).rejects.toThrow();
    await pass(60);
    expect(look).not.toHaveBeenCalled();
    expect(jest.getTimerCount()).toBe(0);
  });
});
