import fc from 'fast-check';
import { TokenBucket } from './TokenBucket';

describe('TokenBucket', () => {
  it('gives the burst at once, then the sustained rate', () => {
    let now = 0;
    const bucket = TokenBucket.create({ perSecond: 10, burst: 50 }, () => now);
    const taken = () => {
      let count = 0;
      while (bucket.tryTake()) count += 1;
      return count;
    };
    expect(taken()).toBe(50);
    expect(bucket.waitMs()).toBe(100);
    now += 1_000;
    expect(taken()).toBe(10);
    now += 60_000;
    expect(taken()).toBe(50);
  });

  it('never gives more than the limit in any stretch of time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3_000 }), {
          minLength: 1,
          maxLength: 200,
        }),
        pauses => {
          let now = 0;
          const limit = { perSecond: 10, burst: 50 };
          const bucket = TokenBucket.create(limit, () => now);
          const grants: number[] = [];
          for (const pause of pauses) {
            now += pause;
            while (bucket.tryTake()) grants.push(now);
          }
          for (let first = 0; first < grants.length; first += 7) {
            const seconds = (now - grants[first]) / 1000;
            expect(grants.length - first).toBeLessThanOrEqual(
              limit.burst + limit.perSecond * seconds + 1e-6,
            );
          }
        },
      ),
    );
  });

  it('gives nothing while paused, and no burst after it', () => {
    let now = 0;
    const bucket = TokenBucket.create({ perSecond: 10, burst: 50 }, () => now);
    bucket.pause(2_000);
    now += 1_999;
    expect(bucket.tryTake()).toBe(false);
    expect(bucket.waitMs()).toBe(1);
    now += 1;
    let count = 0;
    while (bucket.tryTake()) count += 1;
    expect(count).toBeLessThanOrEqual(20);
  });
});
