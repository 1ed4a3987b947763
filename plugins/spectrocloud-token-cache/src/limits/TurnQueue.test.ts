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
});
