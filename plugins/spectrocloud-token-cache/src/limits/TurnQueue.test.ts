import { TurnQueue } from './TurnQueue';

describe('TurnQueue', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('keeps a reserve for calls that do not wait', async () => {
    const queue = TurnQueue.create({
      limit: { perSecond: 10, burst: 10 },
      reserve: 5,
    });
    const granted: number[] = [];
    for (let index = 0; index < 8; index++) {
      queue
        .acquire({ user: 'a', deadline: 10_000 })
        .then(() => granted.push(Date.now()));
    }
    await jest.advanceTimersByTimeAsync(0);
    expect(granted).toHaveLength(5);
    for (let index = 0; index < 5; index++) queue.take();
    await jest.advanceTimersByTimeAsync(500);
    expect(granted).toHaveLength(5);
    await jest.advanceTimersByTimeAsync(300);
    expect(granted).toHaveLength(8);
  });

  it('gives a turn that need not be only where enough are left to others', async () => {
    const queue = TurnQueue.create({ limit: { perSecond: 1, burst: 3 } });
    expect(queue.tryAcquire(2)).toBe(true);
    expect(queue.tryAcquire(2)).toBe(false);
    expect(queue.tryAcquire(1)).toBe(true);
    await queue.acquire({ user: 'a', deadline: 10_000 });
    const waiting = queue.acquire({ user: 'a', deadline: 10_000 });
    expect(queue.tryAcquire(0)).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await waiting).toEqual({ kind: 'granted' });
  });
});
