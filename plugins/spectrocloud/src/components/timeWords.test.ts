import { ageOf, agoOf } from './timeWords';

const HOUR = 3_600_000;

describe('ageOf and agoOf', () => {
  it.each([
    [45_000, '45 seconds', '45 seconds ago'],
    [3 * HOUR + 1, '3 hours', '3 hours ago'],
    [47 * HOUR, '1 day', '1 day ago'],
    [9 * 24 * HOUR, '1 week', '1 week ago'],
    [250 * 24 * HOUR, '8 months', '8 months ago'],
    [800 * 24 * HOUR, '2 years', '2 years ago'],
    [-5 * 24 * HOUR, '0 seconds', 'in 5 days'],
  ])('tell %d ms in the largest unit', (ms, age, ago) => {
    expect(ageOf(ms, 'en')).toBe(age);
    expect(agoOf(ms, 'en')).toBe(ago);
  });

  it('speak German', () => {
    expect(ageOf(250 * 24 * HOUR, 'de')).toBe('8 Monate');
    expect(agoOf(3 * HOUR, 'de')).toBe('vor 3 Stunden');
  });
});
