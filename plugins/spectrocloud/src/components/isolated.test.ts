import { isolated } from './isolated';

describe('isolated', () => {
  it.each([
    ['payments-prod', 'payments-prod'],
    ['größe-日本', 'größe-日本'],
    ['אבג', '\u2068אבג\u2069'],
    ['\u202eprod', '\u2068\u202eprod\u2069'],
  ])('of %j is %j', (name, expected) => {
    expect(isolated(name)).toBe(expected);
  });
});
