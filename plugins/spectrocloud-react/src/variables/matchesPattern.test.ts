import { matchesPattern } from './matchesPattern';

describe('matchesPattern', () => {
  it('finds a match anywhere, as Go does, unless the rule says where', () => {
    expect(matchesPattern('[0-9]+', 'day 14')).toBe(true);
    expect(matchesPattern('^[0-9]{1,3}$', '14')).toBe(true);
    expect(matchesPattern('^[0-9]{1,3}$', '1400')).toBe(false);
    expect(matchesPattern('(?i)^prod$', 'PROD')).toBe(true);
    expect(matchesPattern('^\\p{Greek}+$', 'αβγ')).toBe(true);
  });

  it.each([
    ['no rule', undefined, 'x'],
    ['an empty rule', '', 'x'],
    ['a rule that is none', '(', 'x'],
    ['what RE2 does not know', '^(?=x)x$', 'x'],
    ['a reference back', '(a)\\1', 'aa'],
    ['a rule that is too long', 'a'.repeat(1001), 'a'],
    ['a value that is too long', '^a*$', 'a'.repeat(4097)],
    ['copies of copies', '((a{13}){13}){13}', 'a'],
  ])('leaves %s to Palette', (_what, pattern, value) => {
    expect(matchesPattern(pattern, value)).toBeUndefined();
  });

  it.each([
    ['^(a+)+$', 'aaa', true],
    ['^(a+)+$', 'aaa!', false],
    ['^(a|b)*c$', 'ababc', true],
    ['^(a|b)*c$', 'abab', false],
  ])('repeats what repeats: %s on %s', (pattern, value, expected) => {
    expect(matchesPattern(pattern, value)).toBe(expected);
  });
});
