import { retryAfterMs, retryDelayMs } from './retry';

describe('retryDelayMs', () => {
  it('doubles with jitter, up to a limit', () => {
    for (const [attempt, least, most] of [
      [1, 250, 500],
      [2, 500, 1_000],
      [10, 4_000, 8_000],
    ]) {
      const delays = Array.from({ length: 50 }, () => retryDelayMs(attempt));
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(least);
      expect(Math.max(...delays)).toBeLessThan(most);
      expect(new Set(delays).size).toBeGreaterThan(10);
    }
  });

  it('never comes back before Palette says', () => {
    expect(retryDelayMs(1, 3_000)).toBeGreaterThanOrEqual(3_000);
  });
});

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-01T10:00:00Z');

  it.each([
    ['3', 3_000],
    ['0', 0],
    ['Sun, 01 Nov 2026 10:00:05 GMT', 5_000],
    ['Sun, 01 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['-1e9', undefined],
    [undefined, undefined],
    [['2', '9'], 2_000],
  ])('reads %s', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});
