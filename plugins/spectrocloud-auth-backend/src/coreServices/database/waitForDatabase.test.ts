import { getEventListeners } from 'node:events';
import { mockServices } from '@backstage/backend-test-utils';
import { waitForDatabase } from './waitForDatabase';

function refused(message = 'connect ECONNREFUSED'): Error {
  return Object.assign(new Error(message), { code: 'ECONNREFUSED' });
}

describe('waitForDatabase', () => {
  const logger = mockServices.logger.mock();
  let stop: AbortController;

  beforeEach(() => {
    jest.resetAllMocks();
    jest.useFakeTimers();
    stop = new AbortController();
  });

  afterEach(() => jest.useRealTimers());

  const wait = <T>(attempt: () => Promise<T>) =>
    waitForDatabase(attempt, { logger, signal: stop.signal });

  it('says nothing of a database that answers at once', async () => {
    await expect(wait(async () => 'connected')).resolves.toBe('connected');
    expect(logger.warn).not.toHaveBeenCalled();
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('tries at ever longer intervals, up to 5 seconds', async () => {
    const startedAt = Date.now();
    const triedAt: number[] = [];
    const result = wait(async () => {
      triedAt.push(Date.now() - startedAt);
      if (triedAt.length < 9) {
        throw refused();
      }
      return 'connected';
    });
    await jest.advanceTimersByTimeAsync(30_000);
    await expect(result).resolves.toBe('connected');
    expect(triedAt).toEqual([
      0, 250, 750, 1_750, 3_750, 7_750, 12_750, 17_750, 22_750,
    ]);
  });

  it('logs each reason once, by its message only, and the end', async () => {
    const attempt = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(
        Object.assign(refused(), { connection: { password: 'secret' } }),
      )
      .mockRejectedValueOnce(refused('starting up'))
      .mockRejectedValueOnce(refused())
      .mockRejectedValueOnce(refused(''))
      .mockResolvedValue('connected');
    const result = wait(attempt);
    await jest.advanceTimersByTimeAsync(10_000);
    await result;
    expect(logger.warn.mock.calls).toEqual([
      ['Waiting for the database: connect ECONNREFUSED'],
      ['Waiting for the database: starting up'],
      ['Waiting for the database: ECONNREFUSED'],
    ]);
    expect(logger.info.mock.calls).toEqual([['The database answers']]);
  });

  it('tries again when an attempt never settles', async () => {
    const attempt = jest
      .fn<Promise<string>, []>()
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValue('connected');
    const result = wait(attempt);
    await jest.advanceTimersByTimeAsync(5_250);
    await expect(result).resolves.toBe('connected');
    expect(logger.warn.mock.calls).toEqual([
      ['Waiting for the database: No answer within 5 seconds'],
    ]);
  });

  it('throws what is no outage at once', async () => {
    const attempt = jest
      .fn<Promise<string>, []>()
      .mockRejectedValue(new Error('password authentication failed'));
    await expect(wait(attempt)).rejects.toThrow('password authentication');
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  const leftBehind = () =>
    getEventListeners(stop.signal, 'abort').length + jest.getTimerCount();

  it('leaves neither timers nor listeners behind', async () => {
    const attempt = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(refused())
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValue('connected');
    const result = wait(attempt);
    await jest.advanceTimersByTimeAsync(10_000);
    await result;
    expect(leftBehind()).toBe(0);
  });

  it.each([
    ['in an attempt', () => new Promise<string>(() => {})],
    ['between two', () => Promise.reject(refused())],
  ])('ends when told to %s', async (_when, attempt) => {
    const result = wait(attempt).catch((error: Error) => error.name);
    await jest.advanceTimersByTimeAsync(100);
    stop.abort();
    await expect(result).resolves.toBe('AbortError');
    expect(leftBehind()).toBe(0);
  });

  it('begins nothing after it was told to end', async () => {
    stop.abort();
    const attempt = jest.fn(async () => 'connected');
    await expect(wait(attempt)).rejects.toMatchObject({ name: 'AbortError' });
    expect(attempt).not.toHaveBeenCalled();
  });
});
