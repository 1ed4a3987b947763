import { expiryState } from './expiryState';

const NOW = Date.parse('2026-06-01T00:00:00Z');

describe('expiryState', () => {
  it.each([
    ['2027-06-01T00:00:00Z', 'valid'],
    ['2026-06-20T00:00:00Z', 'soon'],
    ['2026-05-31T23:59:59Z', 'lapsed'],
    [undefined, 'untold'],
    ['never', 'untold'],
  ])('of %s is %s', (expires, expected) => {
    expect(expiryState(expires, NOW)).toBe(expected);
  });
});
