import { sizeFault, toResize } from './poolSizes';

const pool = { name: 'w', size: 2, minSize: 1, maxSize: 4, machines: [] };

describe('toResize', () => {
  it('sends all sizes once one of them is another', () => {
    expect(toResize(pool, { size: '3' })).toEqual({
      pool: 'w',
      size: 3,
      minSize: 1,
      maxSize: 4,
    });
    expect(toResize({ ...pool, minSize: undefined }, { size: '0' })).toEqual({
      pool: 'w',
      size: 0,
      minSize: undefined,
      maxSize: 4,
    });
  });

  it.each([
    ['nothing', {}],
    ['what is there', { size: '2' }],
    ['more than the most', { size: '5' }],
    ['fewer than the fewest', { size: '0' }],
    ['bounds that leave the size out', { minSize: '3' }],
    ['no number', { size: '' }],
    ['a part of a node', { size: '2.5' }],
    ['a negative number', { size: '-1' }],
  ])('sends nothing for %s', (_, edits) => {
    expect(toResize(pool, edits)).toBeUndefined();
  });
});

describe('sizeFault', () => {
  it('says what is wrong, at the size that it is wrong with', () => {
    expect(sizeFault(pool, { size: '5' }, 'size')).toBe('outside');
    expect(sizeFault(pool, { minSize: '3' }, 'size')).toBe('outside');
    expect(sizeFault(pool, { minSize: '3' }, 'minSize')).toBeUndefined();
    expect(sizeFault(pool, { size: '2.5' }, 'size')).toBe('wholeNumber');
    expect(sizeFault(pool, { maxSize: '' }, 'maxSize')).toBe('wholeNumber');
    expect(sizeFault(pool, { size: '3' }, 'size')).toBeUndefined();
  });
});
