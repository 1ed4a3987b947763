import { msBetweenRuns } from './msBetweenRuns';

const timeout = { minutes: 5 };

describe('msBetweenRuns', () => {
  it.each([
    [{ minutes: 10 }, 600_000],
    [{ hours: 1, seconds: 30 }, 3_630_000],
    [{ cron: '0 2 * * 1' }, undefined],
    [{ trigger: 'manual' as const }, undefined],
  ])('of %j is %s', (frequency, expected) => {
    expect(msBetweenRuns({ schedule: { frequency, timeout } })).toBe(expected);
  });
});
