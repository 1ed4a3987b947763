import { YamlReader } from './YamlReader';

/** Harmless, but the more of it the longer it takes. */
const LONG = 'key: [a, b, c, d]\n'.repeat(3_000);

describe('YamlReader', () => {
  const yaml = YamlReader.create();

  it('reads one document', async () => {
    expect(await yaml.read('a: [1, x]')).toEqual({ a: [1, 'x'] });
    expect(await yaml.read('text')).toBe('text');
    expect(await yaml.read('')).toBeNull();
  });

  it.each([
    ['has faults', 'a: "x'],
    ['is two documents', 'a: 1\n---\nb: 2'],
    [
      'is nested more deeply than anything that is meant',
      '['.repeat(10_000) + ']'.repeat(10_000),
    ],
    [
      'multiplies',
      'a: &a [x, x]\nb: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]',
    ],
    [
      'says more than it may',
      `a: &a "${'x'.repeat(200_000)}"\nb: [*a, *a, *a, *a, *a, *a]`,
    ],
  ])('reads nothing of a text that %s', async (_, text) => {
    expect(await yaml.read(text)).toBeUndefined();
  });

  it('leaves the event loop to others meanwhile', async () => {
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await yaml.read(LONG);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
  });

  it('ends what takes longer than it may', async () => {
    expect(
      await YamlReader.create({ timeoutMs: 1 }).read(LONG),
    ).toBeUndefined();
  });

  it('lets nobody wait for the many long texts of one other user', async () => {
    const order: string[] = [];
    const read = async (user: string, text: string) => {
      await yaml.of(user).read(text);
      order.push(user);
    };
    await Promise.all([
      ...Array.from({ length: 4 }, () => read('dana', LONG)),
      read('eve', 'a: 1'),
    ]);
    expect(order.indexOf('eve')).toBeLessThan(2);
    expect(order).toHaveLength(5);
  });

  it('reads many, in turn', async () => {
    const texts = Array.from({ length: 6 }, (_, index) => `n: ${index}`);
    const read = await Promise.all(texts.map(text => yaml.read(text)));
    expect(read).toEqual(texts.map((_, index) => ({ n: index })));
  });
});
