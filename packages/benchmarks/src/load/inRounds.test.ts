import { inRounds } from './inRounds';

describe('inRounds', () => {
  it('measures in turn, beginning with another each round, and leaves the first round out', async () => {
    const order: string[] = [];
    const scenario = (name: string, values: number[]) => ({
      name,
      measure: async () => {
        order.push(name);
        return { value: values.shift()! };
      },
    });
    const found = await inRounds(
      [scenario('a', [1000, 1, 2, 3]), scenario('b', [1000, 6, 4, 5])],
      3,
    );
    expect(order.join('')).toBe('abbaabba');
    expect(found.get('a')).toEqual({ value: 2 });
    expect(found.get('b')).toEqual({ value: 5 });
  });
});
