import { PaletteLimiter } from './PaletteLimiter';

const FAST = { perSecond: 1_000, burst: 1_000 };
const PREFIX = '/v1/dashboard';

function createLimiter(standard: { perSecond: number; burst: number }) {
  const limiterWait = jest.fn();
  const limiter = new PaletteLimiter({
    limits: { standard, fast: FAST },
    metrics: { limiterWait },
  });
  const acquire = (userKey: string, options: object = {}) =>
    limiter.acquire({
      origin: 'https://palette.example',
      prefix: PREFIX,
      userKey,
      deadline: Date.now() + 5_000,
      ...options,
    });
  return { limiter, acquire, limiterWait };
}

describe('PaletteLimiter', () => {
  it('lets a burst through and spaces the rest', async () => {
    const { acquire } = createLimiter({ perSecond: 50, burst: 5 });
    const startedAt = Date.now();
    await Promise.all(Array.from({ length: 10 }, () => acquire('a')));
    const elapsed = Date.now() - startedAt;
    expect(elapsed).toBeGreaterThanOrEqual(90);
    expect(elapsed).toBeLessThan(1_000);
  });

  it('does not let one user delay another', async () => {
    const { acquire } = createLimiter({ perSecond: 100, burst: 1 });
    const order: string[] = [];
    const greedy = Array.from({ length: 30 }, () =>
      acquire('greedy').then(() => order.push('greedy')),
    );
    await acquire('modest').then(() => order.push('modest'));
    await Promise.all(greedy);
    expect(order.indexOf('modest')).toBeLessThanOrEqual(3);
  });

  it('gives a run of the catalog no more than every other call while a user’s page waits', async () => {
    const { acquire } = createLimiter({ perSecond: 200, burst: 1 });
    const order: string[] = [];
    const take = (who: string, calls: number) =>
      Array.from({ length: calls }, () =>
        acquire(who).then(() => order.push(who)),
      );
    await Promise.all([...take('service', 40), ...take('user', 10)]);
    const meanwhile = order.slice(0, order.lastIndexOf('user'));
    const ofRun = meanwhile.filter(who => who === 'service');
    expect(ofRun.length).toBeGreaterThan(0);
    // One of them had its turn before the page came.
    expect(ofRun.length).toBeLessThanOrEqual(11);
  });

  it('counts prefixes and origins apart', async () => {
    const { acquire } = createLimiter({ perSecond: 0.1, burst: 1 });
    await acquire('a');
    await acquire('a', { prefix: '/v1/users' });
    await acquire('a', { origin: 'https://other.example' });
    await acquire('a', { prefix: '/v1/spectroclusters' });
    await expect(acquire('a')).rejects.toMatchObject({
      name: 'PaletteBusyError',
    });
  });

  it('says at once when the turn would come too late, and when to come back', async () => {
    const { acquire } = createLimiter({ perSecond: 0.5, burst: 1 });
    await acquire('a');
    const startedAt = Date.now();
    await expect(
      acquire('a', { deadline: Date.now() + 1_000 }),
    ).rejects.toMatchObject({ retryAfterSeconds: 2, statusCode: 503 });
    expect(Date.now() - startedAt).toBeLessThan(900);
  });

  it('does not keep the turn of a caller who has gone', async () => {
    const { acquire } = createLimiter({ perSecond: 20, burst: 1 });
    await acquire('a');
    const gone = new AbortController();
    const waiting = acquire('a', { signal: gone.signal });
    gone.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'CallerGoneError' });
    const startedAt = Date.now();
    await acquire('b');
    expect(Date.now() - startedAt).toBeLessThan(90);
  });

  it('makes everybody wait after a 429', async () => {
    const { limiter, acquire } = createLimiter({ perSecond: 100, burst: 10 });
    limiter.pause('https://palette.example', PREFIX, 150);
    const startedAt = Date.now();
    await acquire('a');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(140);
  });

  it('gives waiters up when a 429 puts their turn beyond their deadline', async () => {
    const { limiter, acquire } = createLimiter({ perSecond: 10, burst: 1 });
    await acquire('a');
    const waiting = acquire('a', { deadline: Date.now() + 250 });
    limiter.pause('https://palette.example', PREFIX, 60_000);
    await expect(waiting).rejects.toMatchObject({ name: 'PaletteBusyError' });
  });

  it('measures the waiting, without naming anybody', async () => {
    const { acquire, limiterWait } = createLimiter({ perSecond: 20, burst: 1 });
    await acquire('user-a');
    await acquire('user-a');
    expect(limiterWait).toHaveBeenCalledTimes(2);
    expect(limiterWait.mock.calls[1][0]).toMatchObject({
      prefix: PREFIX,
      granted: true,
    });
    expect(limiterWait.mock.calls[1][0].seconds).toBeGreaterThan(0.03);
    expect(JSON.stringify(limiterWait.mock.calls)).not.toContain('user-a');
  });
});
