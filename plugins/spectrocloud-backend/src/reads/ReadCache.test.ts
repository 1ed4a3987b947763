import { ReadCache, type ReadRequest } from './ReadCache';

describe('ReadCache', () => {
  let cache: ReadCache;
  const read = jest.fn<Promise<unknown>, [AbortSignal]>();

  beforeEach(() => {
    cache = new ReadCache({ metrics: { read: jest.fn() } });
    read.mockReset();
    let count = 0;
    read.mockImplementation(async () => {
      count += 1;
      return [count];
    });
  });

  afterEach(() => jest.useRealTimers());

  const ask = (request: Partial<ReadRequest<unknown>> = {}) =>
    cache.read({
      callerKey: 'a',
      sessionId: 's',
      operation: 'clusters',
      ttlMs: 10_000,
      fresh: false,
      read,
      ...request,
    });

  it('holds an answer for its time only', async () => {
    let now = 1_000;
    cache = new ReadCache({ metrics: { read: jest.fn() }, now: () => now });
    expect(await ask({ ttlMs: 5_000 })).toEqual([1]);
    now += 4_999;
    expect(await ask({ ttlMs: 5_000 })).toEqual([1]);
    now += 1;
    expect(await ask({ ttlMs: 5_000 })).toEqual([2]);
  });

  it('finds what is kept longer, and asks again all the same', async () => {
    await ask({ ttlMs: 20, keepMs: 10_000 });
    await new Promise(resolve => setTimeout(resolve, 40));
    const name = { callerKey: 'a', operation: 'clusters' };
    expect(cache.held(name)).toEqual([1]);
    expect(await ask({ ttlMs: 20, keepMs: 10_000 })).toEqual([2]);
    cache.dropSession('s');
    expect(cache.held(name)).toBeUndefined();
  });

  it('does not keep what nobody may be given any more', async () => {
    jest.useFakeTimers();
    cache = new ReadCache({ metrics: { read: jest.fn() }, now: Date.now });
    await ask({ ttlMs: 5_000 });
    jest.advanceTimersByTime(5_000);
    expect(cache.size).toBe(1);
    jest.advanceTimersByTime(1);
    expect(cache.size).toBe(0);
  });

  it('holds no failure', async () => {
    read.mockRejectedValueOnce(new Error('once'));
    await expect(ask()).rejects.toThrow('once');
    expect(await ask()).toEqual([1]);
  });

  it('tells operations, parameters and callers apart', async () => {
    await ask();
    await ask({ operation: 'projects' });
    await ask({ parameters: ['p'] });
    await ask({ parameters: [undefined, 'p'] });
    await ask({ callerKey: 'b' });
    expect(read).toHaveBeenCalledTimes(5);
  });

  it('keeps nothing of a read that a revocation has overtaken', async () => {
    let finish: (value: unknown) => void = () => {};
    read.mockReturnValueOnce(
      new Promise(resolve => {
        finish = resolve;
      }),
    );
    const overtaken = ask();
    cache.dropSession('s');
    finish(['old']);
    expect(await overtaken).toEqual(['old']);
    expect(await ask()).toEqual([1]);
  });

  it(`drops what was read with a token of the caller's own, too`, async () => {
    await ask({ sessionId: 's fingerprint' });
    await ask({ callerKey: 'b', sessionId: 's2' });
    cache.dropSession('s');
    await ask({ sessionId: 's fingerprint' });
    await ask({ callerKey: 'b', sessionId: 's2' });
    expect(read).toHaveBeenCalledTimes(3);
  });

  describe('when callers go away', () => {
    const pending = () => {
      let signal: AbortSignal | undefined;
      let finish: (value: unknown) => void = () => {};
      read.mockImplementationOnce(given => {
        signal = given;
        return new Promise((resolve, reject) => {
          finish = resolve;
          given.addEventListener('abort', () => reject(new Error('aborted')));
        });
      });
      return {
        aborted: () => signal?.aborted,
        finish: (value: unknown) => finish(value),
      };
    };

    it('goes on while another waits', async () => {
      const flight = pending();
      const gone = new AbortController();
      const first = ask({ signal: gone.signal });
      const second = ask({ signal: new AbortController().signal });
      gone.abort();
      await expect(first).rejects.toMatchObject({ name: 'CallerGoneError' });
      expect(flight.aborted()).toBe(false);
      flight.finish(['done']);
      expect(await second).toEqual(['done']);
    });

    it('is given up when the last has gone, and a newcomer starts anew', async () => {
      const flight = pending();
      const gone = new AbortController();
      const only = ask({ signal: gone.signal });
      gone.abort();
      await expect(only).rejects.toMatchObject({ name: 'CallerGoneError' });
      expect(flight.aborted()).toBe(true);
      expect(await ask()).toEqual([1]);
    });
  });
});
