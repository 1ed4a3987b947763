import { askedFor, defaultOf, inputOf, shownValue } from './variableInput';

describe('the field of a variable', () => {
  it.each([
    [{ isSensitive: true, options: [{ value: 'a' }] }, 'secret'],
    [{ options: [{ value: 'a' }], format: 'boolean' }, 'choice'],
    [{ format: 'boolean' }, 'flag'],
    [{ format: 'number' }, 'number'],
    [{ inputType: 'multiline' }, 'multiline'],
    [{ inputType: 'a-later-one', format: 'ipv4' }, 'text'],
    [{}, 'text'],
  ])('of %j is a %s', (variable, input) => {
    expect(inputOf({ name: 'v', ...variable })).toBe(input);
  });

  it("begins with the profile's default, but never with that of a secret", () => {
    expect(defaultOf({ name: 'v', defaultValue: '14' })).toBe('14');
    expect(
      defaultOf({
        name: 'v',
        options: [{ value: 'a' }, { value: 'b', default: true }],
      }),
    ).toBe('b');
    expect(defaultOf({ name: 'v', isSensitive: true, defaultValue: 'x' })).toBe(
      '',
    );
  });

  it('shows what was typed, nothing included', () => {
    const variable = { name: 'v', defaultValue: '14' };
    expect(shownValue(variable, undefined)).toBe('14');
    expect(shownValue(variable, { v: '' })).toBe('');
    expect(shownValue({ name: 'constructor' }, {})).toBe('');
  });

  it('is left out where the profile hides it, unless it is needed and has no value', () => {
    const names = askedFor([
      { name: 'shown' },
      { name: 'hidden', hidden: true },
      { name: 'filled', hidden: true, required: true, defaultValue: 'x' },
      { name: 'needed', hidden: true, required: true },
      { name: '' },
      { name: 'shown', displayName: 'again' },
    ]).map(({ name }) => name);
    expect(names).toEqual(['shown', 'needed']);
  });
});
