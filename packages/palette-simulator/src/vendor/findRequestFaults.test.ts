import { findRequestFaults } from './findRequestFaults';

const SHAPE = {
  'name!': 'string',
  kind: 'enum:a|b',
  size: 'integer:1..50',
  pools: [{ 'size!': 'integer' }] as [{ 'size!': string }],
};

const messages = (value: unknown) =>
  findRequestFaults(value, SHAPE, 'body').map(({ message }) => message);

describe('findRequestFaults', () => {
  it('takes what is good, and names that it does not know', () => {
    expect(messages({ name: 'x', kind: 'a', size: 50, other: 1 })).toEqual([]);
    expect(messages({ name: 'x', pools: [{ size: 0 }] })).toEqual([]);
  });

  it.each<[object, string]>([
    [{}, 'name in body is required'],
    [{ name: 1 }, 'name in body must be of type string'],
    [{ name: 'x', kind: 'c' }, 'kind in body should be one of [a b]'],
    [
      { name: 'x', size: 0 },
      'size in body should be greater than or equal to 1',
    ],
    [
      { name: 'x', size: 51 },
      'size in body should be less than or equal to 50',
    ],
    [{ name: 'x', size: '5' }, 'size in body must be of type integer'],
    [{ name: 'x', pools: {} }, 'pools in body must be of type array'],
    [{ name: 'x', pools: [{}] }, 'pools.0.size in body is required'],
    [{ name: 'x', pools: [1] }, 'pools.0 in body must be of type object'],
  ])('says what is wrong with %p', (value, message) => {
    expect(messages(value)).toEqual([message]);
  });

  it('reads numbers and flags of a query, which are text there', () => {
    const shape = { limit: 'integer:..50', all: 'boolean' };
    const find = (query: object) => findRequestFaults(query, shape, 'query');
    expect(find({ limit: '50', all: 'true' })).toEqual([]);
    expect(find({ limit: 'x', all: 'yes' })).toHaveLength(2);
  });
});
