import { withTabLock } from './withTabLock';

/** The browser's locks, as far as they are used here. */
function installLocks() {
  const queues = new Map<string, Promise<unknown>>();
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: {
      request: (
        name: string,
        { signal }: { signal: AbortSignal },
        task: () => Promise<unknown>,
      ) => {
        const turn = queues.get(name) ?? Promise.resolve();
        const done = Promise.race([
          turn.then(() => true),
          new Promise<false>(resolve =>
            signal.addEventListener('abort', () => resolve(false)),
          ),
        ]).then(mine => {
          if (!mine) throw new Error('aborted');
          return task();
        });
        queues.set(
          name,
          done.catch(() => undefined),
        );
        return done;
      },
    },
  });
}

describe('withTabLock', () => {
  afterEach(() => {
    jest.useRealTimers();
    Object.defineProperty(navigator, 'locks', {
      configurable: true,
      value: undefined,
    });
  });

  it('runs one task of a name at a time', async () => {
    installLocks();
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 2));
      running -= 1;
      return 'done';
    };
    const results = await Promise.all(
      Array.from({ length: 5 }, () => withTabLock('refresh', task)),
    );
    expect(results).toEqual(Array(5).fill('done'));
    expect(most).toBe(1);
  });

  it('goes ahead at once where the browser has no locks', async () => {
    await expect(withTabLock('refresh', async () => 'done')).resolves.toBe(
      'done',
    );
  });

  it('does not wait for ever for a tab that hangs', async () => {
    jest.useFakeTimers();
    installLocks();
    withTabLock('refresh', () => new Promise(() => {}));
    const later = withTabLock('refresh', async () => 'done');
    await jest.advanceTimersByTimeAsync(40_001);
    await expect(later).resolves.toBe('done');
  });

  it('hands on how the task failed', async () => {
    installLocks();
    await expect(
      withTabLock('refresh', () => Promise.reject(new Error('refused'))),
    ).rejects.toThrow('refused');
  });
});
