import { TimeLimit } from './TimeLimit';

const never = new Promise<never>(() => {});

describe('TimeLimit', () => {
  it('is over after its time, for work that does not look at the signal too', async () => {
    const limit = TimeLimit.start(10);
    await expect(limit.race(never)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(limit.signal.reason).toMatchObject({ name: 'TimeoutError' });
    await expect(limit.race(never)).rejects.toBe(limit.signal.reason);
  });

  it('leaves what ends in time alone', async () => {
    const limit = TimeLimit.start(20);
    await expect(limit.race(Promise.resolve(7))).resolves.toBe(7);
    const failed = Promise.reject(new Error('failed'));
    await expect(limit.race(failed)).rejects.toThrow('failed');
    limit.end();
    await new Promise(resolve => {
      setTimeout(resolve, 60);
    });
    expect(limit.signal.aborted).toBe(false);
  });

  it('is over when the caller gives up, before or later', async () => {
    const caller = new AbortController();
    const limit = TimeLimit.start(60_000, caller.signal);
    const waiting = limit.race(never);
    caller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    limit.end();
    const late = TimeLimit.start(60_000, caller.signal);
    await expect(late.race(never)).rejects.toThrow('gone');
    late.end();
  });
});
