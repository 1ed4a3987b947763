import { DecisionCache } from './DecisionCache';

describe('DecisionCache', () => {
  let now: number;
  let cache: DecisionCache;
  const ask = jest.fn<Promise<boolean[]>, [string[]]>();

  beforeEach(() => {
    now = 1_000_000;
    cache = new DecisionCache({ ttlMs: 5_000, now: () => now });
    ask.mockReset();
    ask.mockImplementation(async names => names.map(name => name !== 'denied'));
  });

  const decide = (
    names: string[],
    owner: { key: string; expiresAt?: number } = { key: 'a' },
  ) => cache.decide(owner, names, ask);

  it('keeps a grant for its time, and a denial for a second', async () => {
    expect(await decide(['granted', 'denied'])).toEqual([true, false]);
    now += 999;
    expect(await decide(['denied', 'granted'])).toEqual([false, true]);
    expect(ask).toHaveBeenCalledTimes(1);
    now += 2;
    await decide(['granted', 'denied']);
    expect(ask).toHaveBeenLastCalledWith(['denied']);
    now += 4_000;
    await decide(['granted', 'denied']);
    expect(ask).toHaveBeenLastCalledWith(['granted', 'denied']);
  });

  it('keeps a denial no longer than a grant', async () => {
    cache = new DecisionCache({ ttlMs: 100, now: () => now });
    await decide(['denied']);
    now += 101;
    await decide(['denied']);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('keeps nothing past the end of the token', async () => {
    const owner = { key: 'a', expiresAt: now + 50 };
    await decide(['granted'], owner);
    now += 51;
    await decide(['granted'], owner);
    await decide(['granted'], owner);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('keeps nothing for a token that ends at this very moment', async () => {
    const owner = { key: 'a', expiresAt: now };
    await decide(['granted'], owner);
    await decide(['granted'], owner);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('shares nothing where nothing is to be kept, not even with who asks at the same time', async () => {
    cache = new DecisionCache({ ttlMs: 0, now: () => now });
    await Promise.all([decide(['granted']), decide(['granted'])]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('lets those who ask at the same time wait for one answer, whatever else they ask', async () => {
    expect(
      await Promise.all([
        decide(['granted', 'denied']),
        decide(['denied']),
        decide(['granted', 'further']),
      ]),
    ).toEqual([[true, false], [false], [true, true]]);
    expect(ask.mock.calls).toEqual([[['granted', 'denied']], [['further']]]);
  });

  it('keeps no failure, which hits all who wait for it', async () => {
    ask.mockRejectedValueOnce(new Error('down'));
    const both = await Promise.allSettled([
      decide(['granted']),
      decide(['granted']),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await decide(['granted'])).toEqual([true]);
  });

  it('takes what the permission system leaves out for a denial', async () => {
    ask.mockResolvedValueOnce([]);
    expect(await decide(['granted'])).toEqual([false]);
  });

  it('keeps nothing of an answer that was under way when all was forgotten', async () => {
    let answer: (decisions: boolean[]) => void = () => {};
    ask.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    const overtaken = decide(['granted']);
    cache.dropSessions();
    answer([true]);
    expect(await overtaken).toEqual([true]);
    expect(await decide(['granted'])).toEqual([true]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again for what was answered after all was forgotten', async () => {
    const overtaken = decide(['granted']);
    cache.dropSessions();
    expect(await overtaken).toEqual([true]);
    await decide(['granted']);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('forgets all', async () => {
    await decide(['granted']);
    cache.dropSessions();
    await decide(['granted']);
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
