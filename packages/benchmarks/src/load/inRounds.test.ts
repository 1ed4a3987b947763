import { inRounds } from './inRounds';

describe('inRounds', () => {
  it('takes the median of all rounds but the first', async () => {
    const scenario = (name: string, values: number[]) => ({
      name,
      measure: async () => ({ value: values.shift()! }),
    });
    const found = await inRounds(
      [scenario('a', [1000, 1, 2, 3]), scenario('b', [1000, 6, 4, 5])],
      3,
    );
    expect(found.get('a')).toEqual({ value: 2 });
    expect(found.get('b')).toEqual({ value: 5 });
  });

  it('measures each once in a round, now after one, now after another', async () => {
    const order: string[] = [];
    const scenario = (name: string) => ({
      name,
      measure: async () => {
        order.push(name);
        return { value: 0 };
      },
    });
    const rounds = 99;
    await inRounds(['a', 'b', 'c'].map(scenario), rounds);
    const found = order.join('').match(/.{3}/g)!;
    expect(found).toHaveLength(rounds + 1);
    expect(new Set(found.map(each => [...each].sort().join('')))).toEqual(
      new Set(['abc']),
    );
    expect(new Set(found).size).toBeGreaterThan(1);
  });
});
