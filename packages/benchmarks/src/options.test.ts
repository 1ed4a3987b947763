import { readOptions } from './options';

describe('readOptions', () => {
  it('compares with nothing and runs all in full when nothing is said', () => {
    expect(readOptions([])).toEqual({
      other: undefined,
      only: [],
      short: false,
      json: undefined,
      profile: undefined,
    });
  });

  it('takes another checkout and the options in any order', () => {
    expect(
      readOptions([
        '--only',
        'views',
        '../before',
        '--short',
        '--only',
        'keys',
        '--json',
        'figures.json',
        '--profile',
        'profiles',
      ]),
    ).toEqual({
      other: '../before',
      only: ['views', 'keys'],
      short: true,
      json: 'figures.json',
      profile: 'profiles',
    });
  });

  it.each([['--shrt'], ['--only']])('refuses %s', argument => {
    expect(() => readOptions([argument])).toThrow(argument);
  });

  it('refuses a second checkout', () => {
    expect(() => readOptions(['one', 'two'])).toThrow('one checkout');
  });
});
