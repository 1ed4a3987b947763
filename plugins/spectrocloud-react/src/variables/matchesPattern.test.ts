import { matchesPattern } from './matchesPattern';

/** Long enough for a busy machine, and nothing beside the years that backtracking takes. */
const SOON_MS = 3_000;

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
    ['copies of copies', '((a{40}){40}){40}', 'a'],
  ])('leaves %s to Palette', (_what, pattern, value) => {
    expect(matchesPattern(pattern, value)).toBeUndefined();
  });

  it.each([
    ['^(a+)+$', `${'a'.repeat(4095)}!`],
    ['^(a|a)*$', `${'a'.repeat(4095)}!`],
    ['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}$', 'a'.repeat(4096)],
    ['(.*)*(.*)*(.*)*!$', 'x'.repeat(4096)],
    ['^\\pL{1000}\\pL+!', 'é'.repeat(4096)],
    [`${'(a*)*'.repeat(199)}b`, 'a'.repeat(4096)],
  ])('does not hang on %s', (pattern, value) => {
    const start = performance.now();
    expect(matchesPattern(pattern, value)).toBe(false);
    expect(performance.now() - start).toBeLessThan(SOON_MS);
  });
});
