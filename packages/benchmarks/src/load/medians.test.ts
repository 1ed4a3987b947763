import { median, medians } from './medians';

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 10, 2], 3],
    [[100, 20, 3], 20],
  ])('of %p is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of nothing is none', () => {
    expect(() => median([])).toThrow('no median');
  });
});

describe('medians', () => {
  it('takes each member by itself', () => {
    expect(
      medians([
        { a: 1, b: 30 },
        { a: 2, b: 20 },
        { a: 3, b: 10 },
      ]),
    ).toEqual({ a: 2, b: 20 });
  });
});
